package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Logins;
import dev.fakebeeper.control.SignInPlan;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a client signs in, and to logins afterwards. A sign-in goes by the id of its
 * session, or by that of its bridge while it is the only open one there.
 */
public sealed interface LoginAction extends Action {

  /**
   * Sign-ins go another way from now on.
   *
   * @param bridgeId null for all bridges
   */
  record Plan(@Nullable String bridgeId, UnaryOperator<SignInPlan> change) implements LoginAction {
    @Override
    public Outcome run(FakeWorld world) {
      if (bridgeId == null) {
        world.logins().everywhere(change);
      } else {
        world.logins().on(bridgeId, change);
      }
      return Outcome.NOTHING;
    }
  }

  /** A sign-in that has begun goes on another way. */
  record Change(String target, UnaryOperator<SignInPlan> change) implements LoginAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.logins().change(target, change);
      return Outcome.NOTHING;
    }
  }

  /** What is done to a sign-in. */
  enum Deed {
    CONFIRM {
      @Override
      void doTo(Logins logins, String target) {
        logins.confirm(target);
      }
    },
    DECLINE {
      @Override
      void doTo(Logins logins, String target) {
        logins.decline(target);
      }
    },
    ROTATE {
      @Override
      void doTo(Logins logins, String target) {
        logins.rotate(target);
      }
    },
    EXPIRE {
      @Override
      void doTo(Logins logins, String target) {
        logins.expire(target);
      }
    };

    abstract void doTo(Logins logins, String target);
  }

  /** The other side, or time, does something. */
  record Act(Deed deed, String target) implements LoginAction {
    @Override
    public Outcome run(FakeWorld world) {
      deed.doTo(world.logins(), target);
      return Outcome.NOTHING;
    }
  }

  /** A sign-in fails. */
  record Fail(String target, String code, String message) implements LoginAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.logins().fail(target, code, message);
      return Outcome.NOTHING;
    }
  }

  /**
   * The network ends a login.
   *
   * @param statusText for people, null for none
   */
  record Revoke(String bridgeId, String loginId, @Nullable String statusText)
      implements LoginAction {
    @Override
    public Outcome run(FakeWorld world) {
      world.logins().revoke(bridgeId, loginId, statusText);
      return Outcome.NOTHING;
    }
  }
}
