package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where sign-in and encryption setup of the app stand.
 *
 * @param step the step that is next
 * @param identity who is signed in, null before sign-in
 * @param done what encryption setup has reached
 * @param verification a running verification of a device, null when there is none
 */
@RecordBuilder
public record AppState(
    Step step,
    @Nullable Identity identity,
    Set<Milestone> done,
    @Nullable Verification verification)
    implements AppStateBuilder.With {

  /** Copies the set. */
  public AppState {
    done = Set.copyOf(done);
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
  public record Identity(String userId, String deviceId, String homeserver) {}

  /** What encryption setup can have reached. */
  public enum Milestone {
    INITIALIZED,
    SECRET_STORAGE,
    CROSS_SIGNING,
    VERIFIED,
    MASTER_KEY,
    SELF_SIGNING_KEY,
    USER_SIGNING_KEY,
    MEGOLM_BACKUP_KEY,
    RECOVERY_KEY,
    KEY_BACKUP,
    FIRST_SYNC,
    RECOVERY_KEY_BACKED_UP
  }

  /** Signed in, verified, in sync. */
  public static AppState ready() {
    return new AppState(
        Step.READY,
        new Identity("@owner:beeper.com", "FAKEDEVICE", "https://matrix.beeper.com"),
        Set.of(Milestone.values()),
        null);
  }
}
