package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.events.StreamRule;
import org.jspecify.annotations.Nullable;

/** What happens to event sockets, at once or by rule. */
public sealed interface SocketAction extends Action {

  /**
   * Something is done to an open socket.
   *
   * @param socketId null for every open one
   */
  record Act(@Nullable String socketId, SocketAct act) implements SocketAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (socketId == null) {
        world.sockets().actOnAll(act);
      } else {
        world.sockets().act(socketId, act);
      }
      return Outcome.NOTHING;
    }
  }

  /** What rules keep back goes out. */
  record Release() implements SocketAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.sockets().release();
      return Outcome.NOTHING;
    }
  }

  /** A rule for events that come. */
  record AddRule(StreamRule rule) implements SocketAction {
    @Override
    public Outcome run(FakeWorld world) {
      return Outcome.made("ruleID", world.sockets().add(rule));
    }
  }

  /**
   * A rule goes, and what it keeps back goes out; when there is none of that id, nothing happens.
   *
   * @param ruleId null for every rule
   */
  record RemoveRule(@Nullable String ruleId) implements SocketAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (ruleId == null) {
        world.sockets().clearRules();
      } else {
        world.sockets().removeRule(ruleId);
      }
      return Outcome.NOTHING;
    }
  }
}
