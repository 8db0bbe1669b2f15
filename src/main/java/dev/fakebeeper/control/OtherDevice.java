package dev.fakebeeper.control;

import dev.fakebeeper.control.Verifications.Running;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.Verification.Failure;
import dev.fakebeeper.world.VerificationPlay;
import dev.fakebeeper.world.World;
import java.util.function.BiConsumer;

/**
 * What the device on the other side of one verification does. What it cannot do in the present
 * state is refused with a {@code WorldException}, and nothing changes.
 */
public final class OtherDevice {
  private final World world;
  private final String id;

  OtherDevice(World world, String id) {
    this.world = world;
    this.id = id;
  }

  /** The verification as it is now. */
  public Running verification() {
    return Running.of(world.read().setup().requireVerification(id));
  }

  /** It takes what the client has asked for. */
  public void accept() {
    act(VerificationPlay::accept);
  }

  /** It begins to compare emoji and numbers. */
  public void startSas() {
    act(VerificationPlay::startSas);
  }

  /** It scans the code that the client shows. */
  public void scan() {
    act(VerificationPlay::scan);
  }

  /** It says that both sides show the same, or that the client has scanned its code. */
  public void confirm() {
    act(VerificationPlay::confirm);
  }

  /** It finds that what is compared, or what was scanned, differs. */
  public void mismatch() {
    act(VerificationPlay::mismatch);
  }

  /** It gives up. */
  public void cancel() {
    act((tx, one) -> VerificationPlay.cancel(tx, one, null));
  }

  /** It gives up, and says why. */
  public void cancel(String code, String reason) {
    act((tx, one) -> VerificationPlay.cancel(tx, one, new Failure(code, reason)));
  }

  /** Time is up. */
  public void expire() {
    act(VerificationPlay::expire);
  }

  /** The verification breaks on the client's own side: state {@code error}. */
  public void fail(String code, String reason) {
    act((tx, one) -> VerificationPlay.fail(tx, one, new Failure(code, reason)));
  }

  private void act(BiConsumer<Transaction, String> action) {
    world.run(tx -> action.accept(tx, id));
  }
}
