package dev.fakebeeper.control.state;

import dev.fakebeeper.control.state.Findings.Named;
import dev.fakebeeper.control.state.Findings.Spot;
import dev.fakebeeper.world.Backfill;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.LoginSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The part of {@link StateCheck} about bridges. Used once, by one thread. */
final class BridgesCheck {
  private final Findings found;

  BridgesCheck(Findings found) {
    this.found = found;
  }

  /** Notes what is wrong, and returns the ids of the login sessions. */
  Set<String> sessions(Set<String> accounts) {
    found.unique(Section.BRIDGES, "id", Bridge::id);
    var bridges = new HashMap<String, Bridge>();
    found.each(Section.BRIDGES, (at, bridge) -> bridges.put(bridge.id(), bridge));
    found.unique(Section.BACKFILLS, "accountID", Backfill::accountId);
    found.each(
        Section.BACKFILLS,
        (at, backfill) ->
            found.refer(at, "accountID", new Named("account", backfill.accountId()), accounts));
    var sessions = found.unique(Section.LOGIN_SESSIONS, "loginSessionID", LoginSession::id);
    found.each(Section.LOGIN_SESSIONS, (at, session) -> session(at, session, bridges));
    return sessions;
  }

  /** A session that has ended may outlive its bridge. */
  private void session(Spot at, LoginSession session, Map<String, Bridge> bridges) {
    if (!session.isOpen()) {
      return;
    }
    var bridge = bridges.get(session.bridgeId());
    if (bridge == null) {
      found.noSuch(at, "bridgeID", new Named("bridge", session.bridgeId()));
      return;
    }
    var steps = bridge.findFlow(session.flowId()).map(flow -> flow.steps().size()).orElse(0);
    if (session.step() < 0 || session.step() >= steps) {
      found.add(
          new Problem(
              at + "/step",
              "The flow " + session.flowId() + " has no step " + session.step(),
              "A session that waits is at a step of its flow",
              steps == 0 ? "Correct /flowID" : "Write 0 to " + (steps - 1)));
    }
  }
}
