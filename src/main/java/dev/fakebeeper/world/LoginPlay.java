package dev.fakebeeper.world;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What others do while somebody signs in: the phone that scans a code or says no, the network that
 * gives up, time.
 */
public final class LoginPlay {
  static final LoginSession.Failure ACCOUNT_GONE =
      new LoginSession.Failure("account_gone", "The account is not there any more");

  private LoginPlay() {}

  /** The other side does its part: the code was scanned, the emoji chosen. */
  public static LoginSession confirm(Transaction transaction, String sessionId) {
    var session = requireShowing(transaction.state(), sessionId);
    return LoginProgress.goTo(transaction, session, session.step() + 1);
  }

  /** The other side says no. */
  public static LoginSession decline(Transaction transaction, String sessionId) {
    var session = requireShowing(transaction.state(), sessionId);
    return fail(
        transaction,
        session.id(),
        new LoginSession.Failure("declined", "The other device declined the sign-in"));
  }

  private static LoginSession requireShowing(WorldState state, String sessionId) {
    var session = requireOpen(state, sessionId);
    if (!(LoginProgress.stepOf(state, session) instanceof LoginStep.DisplayAndWait)) {
      throw WorldException.conflict("The login session waits for its user, not for the other side");
    }
    return session;
  }

  private static LoginSession requireOpen(WorldState state, String sessionId) {
    var session =
        state
            .bridges()
            .findSession(sessionId)
            .orElseThrow(() -> WorldException.notFound("Login session", sessionId));
    if (!session.isOpen()) {
      throw WorldException.conflict("The login session has ended");
    }
    return session;
  }

  /** The sign-in fails. */
  public static LoginSession fail(
      Transaction transaction, String sessionId, LoginSession.Failure failure) {
    var session = requireOpen(transaction.state(), sessionId);
    return LoginProgress.end(
        transaction, session.withStage(LoginSession.Stage.FAILED).withFailure(failure));
  }

  /** Nobody finished in time (that the session fails, and how that is called, is assumed). */
  public static LoginSession expire(Transaction transaction, String sessionId) {
    return fail(
        transaction,
        sessionId,
        new LoginSession.Failure("expired", "The sign-in was not finished in time"));
  }

  /** What is shown gives way to something new, such as the next QR code. */
  public static LoginSession rotate(Transaction transaction, String sessionId) {
    var session = requireShowing(transaction.state(), sessionId);
    var step = (LoginStep.DisplayAndWait) LoginProgress.stepOf(transaction.state(), session);
    return LoginProgress.show(transaction, session, step);
  }

  /** A sign-in that is going on goes another way from now on; steps that are done stay done. */
  public static LoginSession change(
      Transaction transaction, String sessionId, UnaryOperator<LoginPlan> change) {
    var session = requireOpen(transaction.state(), sessionId);
    return LoginProgress.store(transaction, session.withPlan(change.apply(session.plan())));
  }

  /** The other side does what the plan says. */
  static void act(Transaction transaction, String sessionId) {
    var session = requireShowing(transaction.state(), sessionId);
    switch (session.plan().otherSide()) {
      case CONFIRMS -> confirm(transaction, sessionId);
      case DECLINES -> decline(transaction, sessionId);
      case WAITS -> {
        // told so after it had been planned
      }
    }
  }

  /** Whoever signs in to the app next must neither see nor finish what another user has begun. */
  static void forgetAll(Transaction transaction) {
    for (var id : List.copyOf(transaction.state().bridges().sessions().keySet())) {
      transaction.cancel(new Timer.LoginExpiry(id));
      transaction.cancel(new Timer.LoginRotation(id));
      transaction.cancel(new Timer.LoginAct(id));
      transaction.cancel(new Timer.LoginForgetting(id));
      forget(transaction, id);
    }
  }

  static void forget(Transaction transaction, String sessionId) {
    transaction.update(
        state ->
            state.withBridges(
                state.bridges().withSessions(state.bridges().sessions().minus(sessionId))));
  }

  /** Whoever connects an account again that goes meanwhile, comes too late. */
  static void accountGone(Transaction transaction, String accountId) {
    failAll(
        transaction,
        session ->
            session.reconnects() != null && accountId.equals(session.reconnects().accountId()),
        ACCOUNT_GONE);
  }

  /** Sessions that match fail: what they were about is gone. */
  static void failAll(
      Transaction transaction, Predicate<LoginSession> which, LoginSession.Failure failure) {
    transaction.state().bridges().sessions().values().stream()
        .filter(LoginSession::isOpen)
        .filter(which)
        .forEach(session -> fail(transaction, session.id(), failure));
  }
}
