package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.AppSetupPlan;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.OtherDevice;
import dev.fakebeeper.control.Verifications;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What happens to sign-in and setup of the app, and what the device on the other side does. */
public sealed interface SetupAction extends Action {

  /** Sign-in, setup and verifications go another way from now on. */
  record Plan(UnaryOperator<AppSetupPlan> change) implements SetupAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.setup().plan(change);
      return Outcome.NOTHING;
    }
  }

  /**
   * The app is put into a state.
   *
   * @param state as the API spells it
   */
  record Stand(String state) implements SetupAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.setup().goTo(state);
      return Outcome.NOTHING;
    }
  }

  /** Somebody is a user of Beeper already. */
  record Enlist(String email, String username) implements SetupAction {
    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("userID", world.setup().enlist(email, username));
    }
  }

  /** Another device asks for a verification. */
  record Request(Verifications.Wanted wanted) implements SetupAction {
    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("verificationID", world.verifications().request(wanted));
    }
  }

  /**
   * The other device does something about a verification.
   *
   * @param verificationId null for the only one that runs
   */
  record Act(@Nullable String verificationId, Consumer<OtherDevice> deed) implements SetupAction {
    @Override
    public Outcome run(FakeWorld world) {
      var all = world.verifications();
      deed.accept(verificationId == null ? all.otherDevice() : all.otherDevice(verificationId));
      return Outcome.NOTHING;
    }
  }
}
