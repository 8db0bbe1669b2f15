package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.actions.AccountAction;
import dev.fakebeeper.control.actions.Action;

/** One thing that a scenario does. An immutable value. */
sealed interface Step {

  /** What it is called in the file. */
  String name();

  /**
   * Does it.
   *
   * @throws RuntimeException when it cannot be done; then nothing has changed
   */
  void run(Scene scene);

  /** Whether it changes how sends go. */
  default boolean plansSends() {
    return false;
  }

  /** What a step works on: the world, and the scenario as it is loaded there. */
  record Scene(FakeWorld world, Loaded loaded) {}

  /** Something that happens without the client. */
  record Act(String name, Action action) implements Step {
    @Override
    public void run(Scene scene) {
      action.run(scene.world());
    }

    @Override
    public boolean plansSends() {
      return action instanceof AccountAction.PlanSends;
    }
  }

  /** A token of the scenario is taken back. */
  record RevokeToken(String name, String token) implements Step {
    @Override
    public void run(Scene scene) {
      scene.world().revokeToken(scene.loaded().requireToken(token));
    }
  }
}
