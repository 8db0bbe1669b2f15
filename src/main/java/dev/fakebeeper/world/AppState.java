package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where sign-in and encryption setup of the app stand.
 *
 * @param step the step that is next
 * @param identity who is signed in; null before sign-in, and only then
 */
@RecordBuilder
public record AppState(Step step, @Nullable Identity identity) implements AppStateBuilder.With {
  private static final AppState READY =
      new AppState(
          Step.READY, new Identity("@owner:beeper.com", "FAKEDEVICE", Identity.HOMESERVER));

  /** Refuses somebody who is signed in before sign-in, and nobody afterwards. */
  public AppState {
    if ((step == Step.NEEDS_LOGIN) != (identity == null)) {
      throw new IllegalArgumentException(
          "identity (%s) does not go with the step %s: only in needs-login nobody is signed in"
              .formatted(identity, step));
    }
  }

  /** The steps of setup; the wire spells them in lower case with hyphens. */
  public enum Step {
    NEEDS_LOGIN,
    INITIALIZING,
    NEEDS_CROSS_SIGNING_SETUP,
    NEEDS_VERIFICATION,
    NEEDS_SECRETS,
    NEEDS_FIRST_SYNC,
    READY
  }

  /**
   * Who is signed in.
   *
   * @param userId the Beeper user
   * @param deviceId this device
   * @param homeserver its URL
   */
  public record Identity(String userId, String deviceId, String homeserver) {
    static final String HOMESERVER = "https://matrix.beeper.com";
  }

  /** What encryption setup can have reached, each from some step on (inferred from the names). */
  public enum Milestone {
    INITIALIZED(Step.INITIALIZING),
    SECRET_STORAGE(Step.NEEDS_VERIFICATION),
    CROSS_SIGNING(Step.NEEDS_VERIFICATION),
    VERIFIED(Step.NEEDS_SECRETS),
    MASTER_KEY(Step.NEEDS_FIRST_SYNC),
    SELF_SIGNING_KEY(Step.NEEDS_FIRST_SYNC),
    USER_SIGNING_KEY(Step.NEEDS_FIRST_SYNC),
    MEGOLM_BACKUP_KEY(Step.NEEDS_FIRST_SYNC),
    RECOVERY_KEY(Step.NEEDS_FIRST_SYNC),
    KEY_BACKUP(Step.NEEDS_FIRST_SYNC),
    RECOVERY_KEY_BACKED_UP(Step.NEEDS_FIRST_SYNC),
    FIRST_SYNC(Step.READY);

    private final Step since;

    Milestone(Step since) {
      this.since = since;
    }
  }

  /** Signed in, verified, in sync. */
  public static AppState ready() {
    return READY;
  }

  /** Nobody is signed in. */
  static AppState signedOut() {
    return new AppState(Step.NEEDS_LOGIN, null);
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return identity != null;
  }

  /** Whether encryption setup is as far as that. */
  public boolean hasReached(Milestone milestone) {
    return step.compareTo(milestone.since) >= 0;
  }

  /** Who is signed in; a conflict when nobody is. */
  Identity requireIdentity() {
    if (identity == null) {
      throw WorldException.conflict("Nobody is signed in");
    }
    return identity;
  }
}
