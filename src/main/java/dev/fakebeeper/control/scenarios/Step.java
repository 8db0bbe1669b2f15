package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.actions.AccountAction;
import dev.fakebeeper.control.actions.Action;
import dev.fakebeeper.control.actions.BridgeAction;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.world.WorldException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One thing that a scenario does. An immutable value. */
sealed interface Step {

  /** What it is called in the file. */
  String name();

  /**
   * Does it, without waiting for anything.
   *
   * @throws RuntimeException when it cannot be done; then nothing has changed
   */
  void run(Scene scene);

  /** Whether it changes how sends go. */
  default boolean plansSends() {
    return false;
  }

  /** Something that happens without the client. */
  record Act(String name, Action action) implements Step {
    @Override
    public void run(Scene scene) {
      action.run(scene.world());
    }

    @Override
    public boolean plansSends() {
      return action instanceof AccountAction.PlanSends
          || action instanceof BridgeAction.PlanDeadSends;
    }
  }

  /** A token of the scenario is taken back. */
  record RevokeToken(String name, String token) implements Step {
    @Override
    public void run(Scene scene) {
      scene.world().revokeToken(scene.loaded().requireToken(token));
    }
  }

  /** Something goes wrong with HTTP from now on. */
  record PlanFault(String name, Fault fault) implements Step {
    @Override
    public void run(Scene scene) {
      try {
        scene.addFault(scene.world().faults().plan(fault).name());
      } catch (IllegalArgumentException e) {
        throw WorldException.conflict("The fault cannot be planned: " + e.getMessage());
      }
    }
  }

  /**
   * The server goes away for a span of the machine's time. It begins on a thread of its own: steps
   * run under the lock of the world, and stopping a server takes a moment.
   */
  record Outage(String name, Duration span) implements Step {
    @Override
    public void run(Scene scene) {
      var outage = scene.world().outage();
      var unused = CompletableFuture.runAsync(() -> outage.lasting(span)).exceptionally(this::tell);
    }

    private @Nullable Void tell(Throwable failure) {
      LoggerFactory.getLogger(Step.class).error("an outage did not begin", failure);
      return null;
    }
  }

  /** A rule for events that come. */
  record AddRule(String name, StreamRule rule) implements Step {
    @Override
    public void run(Scene scene) {
      scene.addRule(rule);
    }
  }

  /**
   * Something is done to open sockets.
   *
   * @param socket null for every one
   */
  record OnSockets(String name, @Nullable String socket, SocketAct act) implements Step {
    @Override
    public void run(Scene scene) {
      scene.act(socket, act);
    }
  }
}
