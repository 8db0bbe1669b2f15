package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.TreePMap;

/**
 * What bridges there are, the sign-ins with them, and what networks are handing over. Immutable.
 *
 * @param all the bridges that somebody described, by id, in the order of the list
 * @param sessions the sign-ins by id, those included that have ended and can still be read
 * @param plans how sign-ins go
 * @param backfills what networks are handing over, by account id
 * @param deadSends how a send ends whose account is not connected
 */
@RecordBuilder
public record BridgesState(
    OrderedPMap<String, Bridge> all,
    TreePMap<String, LoginSession> sessions,
    LoginPlans plans,
    TreePMap<String, Backfill> backfills,
    DeadSends deadSends)
    implements BridgesStateBuilder.With {

  /** No bridge that anybody described, and no sign-in. */
  public static BridgesState empty() {
    return new BridgesState(
        OrderedPMap.empty(),
        TreePMap.empty(),
        LoginPlans.usual(),
        TreePMap.empty(),
        DeadSends.FAIL_RETRIABLE);
  }

  /** The session with an id. */
  public Optional<LoginSession> findSession(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** The session with an id on a bridge; not found otherwise, on another bridge too (inferred). */
  public LoginSession requireSession(String bridgeId, String id) {
    return findSession(id)
        .filter(session -> session.bridgeId().equals(bridgeId))
        .orElseThrow(() -> WorldException.notFound("Login session", id));
  }

  BridgesState with(LoginSession session) {
    return withSessions(sessions.plus(session.id(), session));
  }

  BridgesState with(Bridge bridge) {
    return withAll(all.plus(bridge.id(), bridge));
  }

  BridgesState with(Backfill backfill) {
    return withBackfills(backfills.plus(backfill.accountId(), backfill));
  }

  BridgesState withoutBackfill(String accountId) {
    return withBackfills(backfills.minus(accountId));
  }
}
