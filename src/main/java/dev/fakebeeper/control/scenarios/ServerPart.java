package dev.fakebeeper.control.scenarios;

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
}
