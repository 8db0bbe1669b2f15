package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in account on one network.
 *
 * @param id the account's key
 * @param loginId the bridge login behind it, null when the build does not tell
 * @param bridge the bridge that carries it
 * @param user the owner as that network knows them; its id is a login's, not the sender of own
 *     messages
 * @param selfUserId the full user id under which the owner's own messages appear
 * @param status the state of the connection
 * @param statusText the same for people, null when there is none
 */
@RecordBuilder
public record Account(
    String id,
    @Nullable String loginId,
    Bridge bridge,
    User user,
    String selfUserId,
    AccountStatus status,
    @Nullable String statusText)
    implements AccountBuilder.With {

  /**
   * The bridge of an account.
   *
   * @param id the bridge instance
   * @param type the type of network, the key of {@link Network}
   * @param provider where it runs
   */
  public record Bridge(String id, String type, Provider provider) {}

  /** Where a bridge runs. */
  public enum Provider {
    CLOUD,
    SELF_HOSTED,
    LOCAL,
    PLATFORM_SDK
  }
}
