package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Sends;
import dev.fakebeeper.control.bridges.BridgeFile;
import org.jspecify.annotations.Nullable;

/** What happens to bridges. */
public sealed interface BridgeAction extends Action {

  /** A bridge is there, in place of one of its id. */
  record Add(BridgeFile bridge) implements BridgeAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.bridges().add(bridge);
      return Outcome.made("bridgeID", bridge.id());
    }
  }

  /** A bridge goes, and its accounts with their chats. */
  record Remove(String bridgeId) implements BridgeAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.bridges().remove(bridgeId);
      return Outcome.NOTHING;
    }
  }

  /**
   * A bridge has a status, or the one that follows from its accounts.
   *
   * @param status as the API spells it, null for the one that follows
   * @param statusText for people, null for none
   */
  record Status(String bridgeId, @Nullable String status, @Nullable String statusText)
      implements BridgeAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (status == null) {
        world.bridges().clearStatus(bridgeId);
      } else {
        world.bridges().setStatus(bridgeId, status, statusText);
      }
      return Outcome.NOTHING;
    }
  }

  /** Messages that are sent from an account which is not connected end otherwise from now on. */
  record PlanDeadSends(Sends.Dead choice) implements BridgeAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.sends().fromDeadAccounts(choice);
      return Outcome.NOTHING;
    }
  }
}
