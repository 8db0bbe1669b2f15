package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in in progress, or one that has ended and can still be read. Holds nothing that the user
 * typed but what tells who it is: no password and no code.
 *
 * @param id the key
 * @param bridgeId the bridge that it belongs to
 * @param flowId the way that was chosen
 * @param plan how it goes
 * @param reconnects what is being connected again, null when a new account is made
 * @param stage whether it waits, or how it ended
 * @param step the number of the present step in its flow
 * @param shown what the present step shows, null when it shows nothing
 * @param wrongTries how often the present step was answered wrongly
 * @param who what is known of whoever signs in
 * @param failure why it failed, or why the last answer was wrong; null for neither
 * @param result the account that was made or mended, null until it is complete
 * @param expiresAt when it fails if nobody finishes it
 */
@RecordBuilder
public record LoginSession(
    String id,
    String bridgeId,
    String flowId,
    LoginPlan plan,
    @Nullable Target reconnects,
    Stage stage,
    int step,
    @Nullable String shown,
    int wrongTries,
    Facts who,
    @Nullable Failure failure,
    @Nullable Target result,
    Instant expiresAt)
    implements LoginSessionBuilder.With {

  /** Whether a session waits, or how it ended. */
  public enum Stage {
    WAITING,
    COMPLETE,
    CANCELLED,
    FAILED
  }

  /**
   * A login, and the account of it that matters.
   *
   * @param loginId null when the account has none
   * @param accountId null when the login has several accounts, or none
   */
  public record Target(@Nullable String loginId, @Nullable String accountId) {}

  /** What the steps have told so far of whoever signs in. */
  public record Facts(@Nullable String phone, @Nullable String email, @Nullable String username) {
    static final Facts NONE = new Facts(null, null, null);

    Facts with(LoginField.Fact fact, String value) {
      return switch (fact) {
        case PHONE -> new Facts(value, email, username);
        case EMAIL -> new Facts(phone, value, username);
        case USERNAME -> new Facts(phone, email, value);
      };
    }
  }

  /**
   * Why something went wrong.
   *
   * @param code for programs (no list of codes is known)
   * @param message for people
   */
  public record Failure(String code, String message) {}

  /** Whether something can still become of it. */
  public boolean isOpen() {
    return stage == Stage.WAITING;
  }
}
