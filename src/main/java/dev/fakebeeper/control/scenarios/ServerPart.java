package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.world.WorldException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario needs of the server, which cannot change while it runs. Immutable.
 *
 * @param apiVersionOrNull the version of Beeper Desktop to be, null for any
 * @param hostOrNull where to listen, null for anywhere
 * @param remoteAccessOrNull whether the headers of a proxy are believed, null for either
 */
public record ServerPart(
    @Nullable String apiVersionOrNull,
    @Nullable String hostOrNull,
    @Nullable Boolean remoteAccessOrNull) {

  /** Any server will do. */
  public static final ServerPart ANY = new ServerPart(null, null, null);

  /** The version of Beeper Desktop to be. */
  public Optional<String> apiVersion() {
    return Optional.ofNullable(apiVersionOrNull);
  }

  /** Where to listen. */
  public Optional<String> host() {
    return Optional.ofNullable(hostOrNull);
  }

  /** Whether the headers of a proxy are believed. */
  public Optional<Boolean> remoteAccess() {
    return Optional.ofNullable(remoteAccessOrNull);
  }

  /**
   * Looks whether a server is as this asks for.
   *
   * @param running what the server was started with; what is null there is not known and will do
   * @throws WorldException when it is not; the message says what to do
   */
  void requireMetBy(ServerPart running) {
    require("API version", sameVersion(running), apiVersionOrNull, running.apiVersionOrNull);
    require("host", same(hostOrNull, running.hostOrNull), hostOrNull, running.hostOrNull);
    require(
        "remote access",
        same(remoteAccessOrNull, running.remoteAccessOrNull),
        remoteAccessOrNull,
        running.remoteAccessOrNull);
  }

  private boolean sameVersion(ServerPart running) {
    return apiVersionOrNull == null
        || running.apiVersionOrNull == null
        || ApiVersion.parse(apiVersionOrNull).equals(ApiVersion.parse(running.apiVersionOrNull));
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object has) {
    return wanted == null || has == null || wanted.equals(has);
  }

  private static void require(
      String what, boolean met, @Nullable Object wanted, @Nullable Object has) {
    if (!met) {
      throw WorldException.conflict(
          "It needs a server with the %s %s; this one was started with %s. Start one with --scenario, or with FakeBeeperConfig.scenario."
              .formatted(what, wanted, has));
    }
  }
}
