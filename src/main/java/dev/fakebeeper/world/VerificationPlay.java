package dev.fakebeeper.world;

import dev.fakebeeper.world.Verification.Device;
import dev.fakebeeper.world.Verification.Direction;
import dev.fakebeeper.world.Verification.Failure;
import dev.fakebeeper.world.Verification.Method;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.Verification.Side;
import dev.fakebeeper.world.Verification.Stage;
import org.jspecify.annotations.Nullable;

/** What the other device does about a verification, and time. */
public final class VerificationPlay {
  private static final Device PHONE = new Device("FAKEPHONE", "Phone");
  private static final Failure REFUSED =
      new Failure("m.user", "The other device cancelled the verification");
  private static final Failure TIMED_OUT =
      new Failure("m.timeout", "The verification was not finished in time");
  private static final Failure OTHER_EMOJI =
      new Failure("m.mismatched_sas", "The other device sees something else");
  private static final Failure OTHER_KEYS =
      new Failure("m.key_mismatch", "The keys in the code are not those of this device");

  private VerificationPlay() {}

  /**
   * Asks this device for a verification.
   *
   * @param device the one that asks, null for the usual one
   * @param userId whose it is, null for the user of this one
   */
  public static Verification request(
      Transaction transaction, Purpose purpose, @Nullable Device device, @Nullable String userId) {
    var begun = VerificationProgress.begin(transaction, Direction.INCOMING, purpose);
    var own = transaction.state().setup().app().requireIdentity().userId();
    return VerificationProgress.started(
        transaction,
        begun
            .otherUserId(userId == null ? own : userId)
            .otherDevice(device == null ? PHONE : device)
            .build());
  }

  /** Takes what this device has asked for. */
  public static Verification accept(Transaction transaction, String id) {
    var verification = require(transaction, id);
    var asked = verification.stage() == Stage.REQUESTED;
    expect(asked && verification.direction() == Direction.OUTGOING);
    return VerificationProgress.ready(transaction, verification.withOtherDevice(PHONE));
  }

  /** Shows what both sides compare. */
  public static Verification startSas(Transaction transaction, String id) {
    var verification = require(transaction, id);
    expect(verification.stage() == Stage.READY && verification.methods().contains(Method.SAS));
    return VerificationProgress.compare(transaction, verification);
  }

  /** Scans the code that this device shows. */
  public static Verification scan(Transaction transaction, String id) {
    var verification = require(transaction, id);
    expect(verification.stage() == Stage.READY && verification.qr() != null);
    return VerificationProgress.store(
        transaction, verification.withStage(Stage.QR_SCANNED).withScannedBy(Side.THERE));
  }

  /** Says that both sides show the same, or that its own code was scanned. */
  public static Verification confirm(Transaction transaction, String id) {
    var verification = require(transaction, id);
    expect(verification.stage() != Stage.REQUESTED && verification.isOthersTurn());
    return verification.stage() == Stage.QR_SCANNED
        ? VerificationProgress.done(transaction, verification)
        : VerificationProgress.confirm(transaction, verification, Side.THERE);
  }

  /** Finds that what is compared, or what was scanned, differs. */
  public static Verification mismatch(Transaction transaction, String id) {
    var verification = require(transaction, id);
    var scanned = verification.stage() == Stage.QR_SCANNED;
    expect(scanned || verification.stage() == Stage.SAS_READY);
    return VerificationProgress.fail(
        transaction, verification, Stage.CANCELLED, scanned ? OTHER_KEYS : OTHER_EMOJI);
  }

  /**
   * Gives up.
   *
   * @param why null for no particular reason
   */
  public static Verification cancel(Transaction transaction, String id, @Nullable Failure why) {
    return VerificationProgress.fail(
        transaction, require(transaction, id), Stage.CANCELLED, why == null ? REFUSED : why);
  }

  /** It breaks on this side. */
  public static Verification fail(Transaction transaction, String id, Failure why) {
    return VerificationProgress.fail(transaction, require(transaction, id), Stage.ERROR, why);
  }

  /** Nobody finished in time. */
  public static Verification expire(Transaction transaction, String id) {
    return VerificationProgress.fail(
        transaction, require(transaction, id), Stage.CANCELLED, TIMED_OUT);
  }

  /** The other device does what the plan says. */
  static void act(Transaction transaction, String id) {
    var requested = require(transaction, id).stage() == Stage.REQUESTED;
    switch (transaction.state().setup().plan().verifications().otherDevice()) {
      case HELPS -> help(transaction, id, requested);
      case MISMATCHES -> {
        if (requested) {
          accept(transaction, id);
        } else {
          mismatch(transaction, id);
        }
      }
      case REFUSES -> cancel(transaction, id, null);
      case WAITS -> {
        // told so after it had been planned
      }
    }
  }

  private static void help(Transaction transaction, String id, boolean requested) {
    if (requested) {
      accept(transaction, id);
    } else {
      confirm(transaction, id);
    }
  }

  private static Verification require(Transaction transaction, String id) {
    var verification = transaction.state().setup().requireVerification(id);
    if (!verification.isOpen()) {
      throw WorldException.conflict("The verification has ended");
    }
    return verification;
  }

  private static void expect(boolean possible) {
    if (!possible) {
      throw WorldException.conflict("The other device cannot do this now");
    }
  }
}
