package dev.fakebeeper.world;

import dev.fakebeeper.world.Verification.Action;
import dev.fakebeeper.world.Verification.Direction;
import dev.fakebeeper.world.Verification.Failure;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.Verification.Side;
import dev.fakebeeper.world.Verification.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Device verifications as the client does them. What may be called is what a verification says
 * ({@link Verification#actions}); all else clashes with its state, and so does an id that no
 * verification has (the official client's comment; the rest is inferred).
 */
public final class VerificationRules {
  private VerificationRules() {}

  /** Those that are pending or running, the oldest first. */
  public static List<Verification> running(WorldState state) {
    return state.setup().verifications().values().stream().filter(Verification::isOpen).toList();
  }

  /**
   * Asks another device for a verification.
   *
   * @param userId whose device, null for the user's own
   */
  public static Verification create(
      Transaction transaction, Purpose purpose, @Nullable String userId) {
    var begun = VerificationProgress.begin(transaction, Direction.OUTGOING, purpose);
    var own = transaction.state().setup().app().requireIdentity().userId();
    var other = userId == null ? own : userId;
    if (purpose == Purpose.LOGIN && !other.equals(own)) {
      throw WorldException.unsupported("A sign-in is verified by a device of the user");
    }
    return VerificationProgress.started(transaction, begun.otherUserId(other).build());
  }

  /** Takes what another device has asked for. */
  public static Verification accept(Transaction transaction, String id) {
    return VerificationProgress.ready(transaction, allowing(transaction, id, Action.ACCEPT));
  }

  /** Shows what both sides compare. */
  public static Verification startSas(Transaction transaction, String id) {
    return VerificationProgress.compare(transaction, allowing(transaction, id, Action.SAS_START));
  }

  /** Both sides show the same; done once the other device has said so too. */
  public static Verification confirmSas(Transaction transaction, String id) {
    var verification = allowing(transaction, id, Action.SAS_CONFIRM);
    return VerificationProgress.confirm(transaction, verification, Side.HERE);
  }

  /** The other device has scanned the code of this one. */
  public static Verification confirmScanned(Transaction transaction, String id) {
    var verification = allowing(transaction, id, Action.QR_CONFIRM_SCANNED);
    return VerificationProgress.done(transaction, verification);
  }

  /** This device has scanned a code of the other one, which has to confirm that. */
  public static Verification scan(Transaction transaction, String data) {
    var verification =
        transaction.state().setup().verifications().values().stream()
            .filter(one -> one.qr() != null && one.qr().there().equals(data))
            .findFirst()
            .orElseThrow(() -> WorldException.unsupported("No other device shows this code"));
    if (verification.stage() != Stage.READY) {
      throw WorldException.conflict("The verification does not wait for a scan");
    }
    return VerificationProgress.store(
        transaction, verification.withStage(Stage.QR_SCANNED).withScannedBy(Side.HERE));
  }

  /** Gives up. */
  public static Verification cancel(Transaction transaction, String id, Failure why) {
    var verification = allowing(transaction, id, Action.CANCEL);
    return VerificationProgress.fail(transaction, verification, Stage.CANCELLED, why);
  }

  private static Verification allowing(Transaction transaction, String id, Action action) {
    var verification = transaction.state().setup().verifications().get(id);
    if (verification == null) {
      throw WorldException.conflict("There is no verification " + id);
    }
    if (!verification.actions().contains(action)) {
      throw WorldException.conflict("The verification does not allow this now");
    }
    return verification;
  }
}
