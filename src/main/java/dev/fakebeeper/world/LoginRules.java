package dev.fakebeeper.world;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signing in on a bridge, as the client does it. Which refusal a mistake gets is not documented;
 * what is here follows the usual meanings (assumed): what is named and unknown is not found, what
 * comes too late clashes with the state, and what does not fit the step is refused as unsupported.
 */
public final class LoginRules {
  private static final int ID_LENGTH = 16;

  private LoginRules() {}

  /**
   * What a session is for.
   *
   * @param flowId the way to sign in, null for the bridge's first one
   * @param loginId the login to connect again, null for none
   * @param accountId the account to connect again, null for none
   */
  public record Wanted(
      @Nullable String flowId, @Nullable String loginId, @Nullable String accountId) {}

  /**
   * An answer to a step.
   *
   * @param type which kind of step it is meant for
   * @param values by field id; those that the step does not ask for are passed over
   */
  public record Answer(Class<? extends LoginStep> type, Map<String, String> values) {
    /** Copies the values. */
    public Answer {
      values = Map.copyOf(values);
    }
  }

  /** Begins to sign in: for a new account, or for one that has to be connected again. */
  public static LoginSession create(Transaction transaction, String bridgeId, Wanted wanted) {
    var state = transaction.state();
    var bridge = BridgeRules.require(state, bridgeId);
    var target = target(state, bridge, wanted);
    var flow = flow(bridge, wanted.flowId());
    BridgeRules.requireTaking(
        state,
        bridge,
        target == null ? BridgeRules.Purpose.NEW_ACCOUNT : BridgeRules.Purpose.RECONNECT);
    var plan = state.bridges().plans().of(bridgeId);
    var lifetime = plan.lifetime() == null ? flow.lifetime() : plan.lifetime();
    var session =
        LoginSessionBuilder.builder()
            .id("ls_" + transaction.newText(ID_LENGTH))
            .bridgeId(bridgeId)
            .flowId(flow.id())
            .plan(plan)
            .reconnects(target)
            .stage(LoginSession.Stage.WAITING)
            .who(LoginSession.Facts.NONE)
            .expiresAt(transaction.now().plus(lifetime))
            .build();
    transaction.schedule(session.expiresAt(), new Timer.LoginExpiry(session.id()));
    return LoginProgress.goTo(transaction, session, 0);
  }

  private static LoginFlow flow(Bridge bridge, @Nullable String flowId) {
    if (flowId != null) {
      return bridge
          .findFlow(flowId)
          .orElseThrow(() -> WorldException.notFound("Login flow", flowId));
    }
    if (bridge.flows().isEmpty()) {
      throw WorldException.unsupported(bridge.displayName() + " has no way to sign in");
    }
    return bridge.flows().get(0);
  }

  private static LoginSession.@Nullable Target target(
      WorldState state, Bridge bridge, Wanted wanted) {
    if (wanted.accountId() != null) {
      return target(account(state, bridge, wanted.accountId()), wanted.loginId());
    }
    if (wanted.loginId() == null) {
      return null;
    }
    var login = BridgeRules.requireLogin(state, bridge, wanted.loginId());
    return new LoginSession.Target(login.id(), login.onlyAccount().map(Account::id).orElse(null));
  }

  private static LoginSession.Target target(Account account, @Nullable String loginId) {
    if (loginId != null && !loginId.equals(account.loginId())) {
      throw WorldException.unsupported(
          "The account %s does not belong to the login %s".formatted(account.id(), loginId));
    }
    return new LoginSession.Target(account.loginId(), account.id());
  }

  private static Account account(WorldState state, Bridge bridge, String id) {
    var account = state.requireAccount(id);
    if (!account.bridge().id().equals(bridge.id())) {
      throw WorldException.notFound("Account", id);
    }
    return account;
  }

  /** Answers the present step. What is shown may only be looked at again: it waits for others. */
  public static LoginSession submit(
      Transaction transaction, String bridgeId, String sessionId, String stepId, Answer answer) {
    BridgeRules.require(transaction.state(), bridgeId);
    var session = transaction.state().bridges().requireSession(bridgeId, sessionId);
    requireOpen(session);
    var step = LoginProgress.stepOf(transaction.state(), session);
    if (!step.id().equals(stepId)) {
      throw WorldException.conflict(
          "The login session is at the step %s, not at %s".formatted(step.id(), stepId));
    }
    if (!answer.type().isInstance(step)) {
      throw WorldException.unsupported("The step " + step.id() + " takes another type of answer");
    }
    return step instanceof LoginStep.DisplayAndWait
        ? session
        : LoginAnswers.take(transaction, session, step, answer.values());
  }

  private static void requireOpen(LoginSession session) {
    if (!session.isOpen()) {
      throw WorldException.conflict("The login session has ended");
    }
  }

  /**
   * Gives up. An account that is connected already stays (seen by others); again is a no-op
   * (assumed).
   */
  public static LoginSession cancel(Transaction transaction, String bridgeId, String sessionId) {
    BridgeRules.require(transaction.state(), bridgeId);
    var session = transaction.state().bridges().requireSession(bridgeId, sessionId);
    if (session.stage() == LoginSession.Stage.CANCELLED) {
      return session;
    }
    requireOpen(session);
    return LoginProgress.end(
        transaction, session.withStage(LoginSession.Stage.CANCELLED).withFailure(null));
  }
}
