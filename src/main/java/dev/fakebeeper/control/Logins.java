package dev.fakebeeper.control;

import dev.fakebeeper.world.BridgePlay;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginPlans;
import dev.fakebeeper.world.LoginPlay;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldState;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a client signs in on a bridge, and to logins afterwards: the other side of the
 * wizard.
 *
 * <pre>{@code
 * world.logins().on("telegram", plan -> plan.asks("two_factor").expects("password", "hunter2"));
 * world.logins().confirm("local-whatsapp"); // the code was scanned
 * }</pre>
 *
 * <p>A sign-in goes by the id of its session, or by that of its bridge while it is the only open
 * one there. What does not exist is refused with a {@code WorldException} that names it.
 */
public final class Logins {
  private final World world;

  Logins(World world) {
    this.world = world;
  }

  /**
   * A sign-in as it is now.
   *
   * @param status {@code waiting}, {@code complete}, {@code cancelled} or {@code failed}
   * @param stepId the present step, null when it has ended
   * @param shown what the step shows, such as the text of a QR code; null for nothing
   * @param failure the code of what went wrong, null when nothing did
   * @param accountId the account that was made or mended, null until then
   */
  public record Session(
      String id,
      String bridgeId,
      String flowId,
      String status,
      @Nullable String stepId,
      @Nullable String shown,
      @Nullable String failure,
      @Nullable String accountId) {

    private static Session of(WorldState state, LoginSession session) {
      var failure = session.failure();
      var result = session.result();
      return new Session(
          session.id(),
          session.bridgeId(),
          session.flowId(),
          session.stage().name().toLowerCase(Locale.ROOT),
          BridgeRules.stepOf(state, session).map(step -> step.id()).orElse(null),
          session.shown(),
          failure == null ? null : failure.code(),
          result == null ? null : result.accountId());
    }
  }

  /** All sign-ins that can be read, also those that have ended; in the order of their ids. */
  public List<Session> sessions() {
    var state = world.read();
    return state.bridges().sessions().values().stream()
        .map(session -> Session.of(state, session))
        .toList();
  }

  /** One sign-in. */
  public Session session(String sessionOrBridgeId) {
    var state = world.read();
    return Session.of(state, require(state, sessionOrBridgeId));
  }

  private static LoginSession require(WorldState state, String id) {
    var sessions = state.bridges().sessions();
    var named = sessions.get(id);
    if (named != null) {
      return named;
    }
    var there =
        sessions.values().stream()
            .filter(session -> session.isOpen() && session.bridgeId().equals(id))
            .toList();
    if (there.size() > 1) {
      throw WorldException.conflict(
          "There are %d sign-ins on %s; name one by the id of its session"
              .formatted(there.size(), id));
    }
    if (there.isEmpty()) {
      throw WorldException.notFound("Login session", id);
    }
    return there.get(0);
  }

  /** The other side does its part: the code was scanned, the emoji chosen. */
  public Session confirm(String sessionOrBridgeId) {
    return act(sessionOrBridgeId, LoginPlay::confirm);
  }

  /** The other side says no. */
  public Session decline(String sessionOrBridgeId) {
    return act(sessionOrBridgeId, LoginPlay::decline);
  }

  /** What is shown gives way to something new. */
  public Session rotate(String sessionOrBridgeId) {
    return act(sessionOrBridgeId, LoginPlay::rotate);
  }

  /** Time is up. */
  public Session expire(String sessionOrBridgeId) {
    return act(sessionOrBridgeId, LoginPlay::expire);
  }

  /** It fails. */
  public Session fail(String sessionOrBridgeId, String code, String message) {
    var failure = new LoginSession.Failure(code, message);
    return act(sessionOrBridgeId, (tx, id) -> LoginPlay.fail(tx, id, failure));
  }

  /** Changes how one goes on that has begun; steps that are done stay done. */
  public Session change(String sessionOrBridgeId, UnaryOperator<SignInPlan> change) {
    return act(
        sessionOrBridgeId, (tx, id) -> LoginPlay.change(tx, id, plan -> changed(plan, change)));
  }

  private Session act(
      String sessionOrBridgeId, BiFunction<Transaction, String, LoginSession> action) {
    var id = world.change(tx -> action.apply(tx, require(tx.state(), sessionOrBridgeId).id())).id();
    return session(id);
  }

  /** Changes how sign-ins go that begin from now on, on every bridge without a plan of its own. */
  public void everywhere(UnaryOperator<SignInPlan> change) {
    update(plans -> plans.withStandard(changed(plans.standard(), change)));
  }

  /** Changes how sign-ins go that begin on a bridge from now on. */
  public void on(String bridgeId, UnaryOperator<SignInPlan> change) {
    BridgeRules.require(world.read(), bridgeId);
    update(plans -> plans.withBridge(bridgeId, changed(plans.of(bridgeId), change)));
  }

  private void update(UnaryOperator<LoginPlans> change) {
    world.run(
        tx ->
            tx.update(
                state ->
                    state.withBridges(
                        state.bridges().withPlans(change.apply(state.bridges().plans())))));
  }

  private static LoginPlan changed(LoginPlan plan, UnaryOperator<SignInPlan> change) {
    return change.apply(new SignInPlan(plan)).plan();
  }

  /**
   * The network ends a login: its accounts are {@code reconnect_required}, and keep their chats.
   *
   * @param statusText for people, null for none
   * @return the ids of the accounts
   */
  public List<String> revoke(String bridgeId, String loginId, @Nullable String statusText) {
    return world.change(tx -> BridgePlay.revoke(tx, bridgeId, loginId, statusText));
  }
}
