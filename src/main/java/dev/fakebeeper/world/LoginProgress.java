package dev.fakebeeper.world;

import java.util.List;
import java.util.Locale;

/** How a sign-in goes from step to step, and how it ends. */
final class LoginProgress {
  private static final int SHOWN_LENGTH = 32;
  private static final int CODE_LENGTH = 8;

  private LoginProgress() {}

  /** The present step of a session that waits. */
  static LoginStep stepOf(WorldState state, LoginSession session) {
    return stepsOf(state, session).get(session.step());
  }

  private static List<LoginStep> stepsOf(WorldState state, LoginSession session) {
    return BridgeRules.require(state, session.bridgeId())
        .findFlow(session.flowId())
        .orElseThrow(() -> WorldException.notFound("Login flow", session.flowId()))
        .steps();
  }

  /** Goes to the first step from a number on that is asked; behind the last one all is done. */
  static LoginSession goTo(Transaction transaction, LoginSession session, int from) {
    stopWaiting(transaction, session);
    var steps = stepsOf(transaction.state(), session);
    var next = from;
    while (next < steps.size() && !session.plan().asks(steps.get(next))) {
      next++;
    }
    if (next == steps.size()) {
      return LoginCompletion.finish(transaction, session);
    }
    var there = session.withStep(next).withWrongTries(0);
    if (steps.get(next) instanceof LoginStep.DisplayAndWait step) {
      planOther(transaction, there, step);
      return show(transaction, there, step);
    }
    return store(transaction, there.withShown(null));
  }

  private static void planOther(
      Transaction transaction, LoginSession session, LoginStep.DisplayAndWait step) {
    var plan = session.plan();
    var after = plan.actsAfter() == null ? step.actsAfter() : plan.actsAfter();
    if (after != null && plan.otherSide() != LoginPlan.OtherSide.WAITS) {
      transaction.schedule(transaction.now().plus(after), new Timer.LoginAct(session.id()));
    }
  }

  /** Shows something, or something new, and plans the next change of it. */
  static LoginSession show(
      Transaction transaction, LoginSession session, LoginStep.DisplayAndWait step) {
    var display = step.display();
    if (display.rotates() != null) {
      transaction.schedule(
          transaction.now().plus(display.rotates()), new Timer.LoginRotation(session.id()));
    }
    var data = display.data();
    return store(transaction, session.withShown(data == null ? null : filled(transaction, data)));
  }

  private static String filled(Transaction transaction, String data) {
    var text = data;
    if (text.contains("{text}")) {
      text = text.replace("{text}", transaction.newText(SHOWN_LENGTH));
    }
    if (text.contains("{code}")) {
      var code = transaction.newText(CODE_LENGTH).toUpperCase(Locale.ROOT);
      text = text.replace("{code}", code.substring(0, 4) + "-" + code.substring(4));
    }
    return text;
  }

  private static void stopWaiting(Transaction transaction, LoginSession session) {
    transaction.cancel(new Timer.LoginAct(session.id()));
    transaction.cancel(new Timer.LoginRotation(session.id()));
  }

  /** Stores a session that has ended, and forgets it later. */
  static LoginSession end(Transaction transaction, LoginSession session) {
    stopWaiting(transaction, session);
    transaction.cancel(new Timer.LoginExpiry(session.id()));
    transaction.schedule(
        transaction.now().plus(session.plan().keptFor()), new Timer.LoginForgetting(session.id()));
    return store(transaction, session.withShown(null));
  }

  static LoginSession store(Transaction transaction, LoginSession session) {
    transaction.update(state -> state.withBridges(state.bridges().with(session)));
    return session;
  }
}
