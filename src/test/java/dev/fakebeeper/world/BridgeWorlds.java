package dev.fakebeeper.world;

import dev.fakebeeper.control.bridges.BridgeFile;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Worlds with one bridge whose wizard has a step of every kind. */
final class BridgeWorlds {
  static final String BRIDGE = "local-test";
  static final LoginRules.Wanted NEW = new LoginRules.Wanted(null, null, null);

  static final Bridge ALL_KINDS =
      BridgeFile.parse(
              """
              fakeBeeperBridge: 1
              id: local-test
              network: test
              name: Test
              provider: local
              account: {login: "ba_{number}", account: "{bridge}_{login}", user: "@{phone}:test"}
              flows:
                - id: all
                  lifetime: 5m
                  steps:
                    - id: phone
                      type: user_input
                      fields: [{id: phone, tells: phone, pattern: '[+][0-9]+', refuses: ["+666"]}]
                    - id: page
                      type: cookies
                      url: https://x.example
                      fields: [{id: sid, name: sid, type: cookie}]
                    - id: code
                      type: user_input
                      when: two_factor
                      fields: [{id: code, accepts: ["123"]}]
                    - id: scan
                      type: display_and_wait
                      display: {type: qr, data: "2@{text}", rotatesEvery: 20s}
                      otherSideAfter: 90s
                - id: scan
                  steps:
                    - id: scan
                      type: display_and_wait
                      display: {type: qr, data: "2@{text}", rotatesEvery: 20s}
              imports:
                connecting: 2s
                backfilling: 10s
                portions: 5
                chats:
                  - {with: {name: Wren, phone: "+1551"}, messages: 12}
                  - {title: Stairwell, people: [{name: Kofi, phone: "+1552"}, {name: Vesna, phone: "+1553"}], messages: 3}
                lines: [one, two, three]
              """)
          .bridge();

  private BridgeWorlds() {}

  /** The owner's account is on the bridge already. */
  static World frozen() {
    var world = SmallWorlds.frozen();
    world.run(tx -> BridgePlay.put(tx, ALL_KINDS));
    return world;
  }

  static LoginSession create(World world, LoginRules.Wanted wanted) {
    return world.change(tx -> LoginRules.create(tx, BRIDGE, wanted));
  }

  static LoginRules.Wanted flow(String flowId) {
    return new LoginRules.Wanted(flowId, null, null);
  }

  static LoginSession input(World world, LoginSession session, String stepId, String value) {
    var answer = new LoginRules.Answer(LoginStep.UserInput.class, Map.of(stepId, value));
    return world.change(tx -> LoginRules.submit(tx, BRIDGE, session.id(), stepId, answer));
  }

  static LoginSession cookies(World world, LoginSession session) {
    var answer = new LoginRules.Answer(LoginStep.Cookies.class, Map.of("sid", "s"));
    return world.change(tx -> LoginRules.submit(tx, BRIDGE, session.id(), "page", answer));
  }

  static LoginSession confirm(World world, LoginSession session) {
    return world.change(tx -> LoginPlay.confirm(tx, session.id()));
  }

  static void plan(World world, UnaryOperator<LoginPlan> change) {
    world.run(
        tx ->
            tx.update(
                state ->
                    state.withBridges(
                        state
                            .bridges()
                            .withPlans(
                                LoginPlans.usual()
                                    .withStandard(change.apply(LoginPlan.usual()))))));
  }

  static @Nullable LoginSession now(World world, LoginSession session) {
    return world.read().bridges().findSession(session.id()).orElse(null);
  }
}
