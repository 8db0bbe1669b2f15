package dev.fakebeeper.control.state;

import dev.fakebeeper.world.BridgePlay;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.BridgeStatus;
import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginPlay;
import dev.fakebeeper.world.LoginRules;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.RemoveScope;
import dev.fakebeeper.world.Transaction;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;

/** What happens to bridges and sign-ins in a random life. */
final class LoginActs {
  private LoginActs() {}

  static Object begins(Transaction tx, RandomLife life) {
    var bridge = life.one(BridgeRules.all(tx.state()));
    var account =
        life.random().nextInt(3) == 0
            ? life.one(BridgeRules.accountsOf(tx.state(), bridge)).id()
            : null;
    var flow = life.random().nextBoolean() ? life.one(bridge.flows()).id() : null;
    return LoginRules.create(tx, bridge.id(), new LoginRules.Wanted(flow, null, account));
  }

  static Object answers(Transaction tx, RandomLife life) {
    var session = session(tx, life);
    var step = step(tx, session);
    var values = new HashMap<String, String>();
    for (var field : step.fields()) {
      values.put(field.id(), life.random().nextInt(4) == 0 ? "00000" : "+155501420");
    }
    var answer = new LoginRules.Answer(step.getClass(), values);
    return LoginRules.submit(tx, session.bridgeId(), session.id(), step.id(), answer);
  }

  private static LoginSession session(Transaction tx, RandomLife life) {
    return life.one(
        tx.state().bridges().sessions().values().stream()
            .filter(session -> session.isOpen() || life.random().nextInt(9) == 0)
            .toList());
  }

  private static LoginStep step(Transaction tx, LoginSession session) {
    return BridgeRules.require(tx.state(), session.bridgeId())
        .findFlow(session.flowId())
        .orElseThrow()
        .steps()
        .get(session.step());
  }

  static Object others(Transaction tx, RandomLife life) {
    var session = session(tx, life);
    return switch (life.random().nextInt(7)) {
      case 0 -> LoginPlay.decline(tx, session.id());
      case 1 -> LoginPlay.rotate(tx, session.id());
      case 2 -> LoginPlay.expire(tx, session.id());
      case 3 -> LoginRules.cancel(tx, session.bridgeId(), session.id());
      default -> LoginPlay.confirm(tx, session.id());
    };
  }

  static Object plans(Transaction tx, RandomLife life) {
    var plan =
        LoginPlan.usual()
            .withOnWrong(life.one(EnumSet.allOf(LoginPlan.OnWrong.class)))
            .withOtherSide(life.one(EnumSet.allOf(LoginPlan.OtherSide.class)))
            .withConditions(life.random().nextBoolean() ? Set.of() : Set.of("two_factor"))
            .withTries(life.random().nextInt(1, 3));
    tx.update(
        state ->
            state.withBridges(
                state
                    .bridges()
                    .withPlans(state.bridges().plans().withStandard(plan))
                    .withDeadSends(DeadSends.REFUSED)));
    return plan;
  }

  static Object breaks(Transaction tx, RandomLife life) {
    var bridge = life.one(BridgeRules.all(tx.state()));
    switch (life.random().nextInt(4)) {
      case 0 -> {
        var login = life.one(BridgeRules.logins(tx.state(), bridge));
        return BridgeRules.removeLogin(tx, bridge.id(), login.id(), RemoveScope.CURRENT_DEVICE);
      }
      case 1 -> {
        var login = life.one(BridgeRules.logins(tx.state(), bridge));
        return BridgePlay.revoke(tx, bridge.id(), login.id(), life.word());
      }
      case 2 -> {
        var status = life.one(EnumSet.allOf(BridgeStatus.class));
        return BridgePlay.status(tx, bridge.id(), status, life.word());
      }
      default -> {
        return BridgePlay.status(tx, bridge.id(), null, null);
      }
    }
  }
}
