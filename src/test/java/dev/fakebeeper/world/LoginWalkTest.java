package dev.fakebeeper.world;

import static dev.fakebeeper.world.BridgeWorlds.BRIDGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.PageTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be done to a sign-in, in every state that it can be in. What comes of it
 * stands in {@code docs/bridges.md}.
 */
class LoginWalkTest {
  private static final Map<String, Function<World, LoginSession>> STATES = states();
  private static final Map<String, BiFunction<World, LoginSession, Object>> ACTIONS = actions();

  private static Map<String, Function<World, LoginSession>> states() {
    var states = new LinkedHashMap<String, Function<World, LoginSession>>();
    states.put("input", world -> BridgeWorlds.create(world, BridgeWorlds.NEW));
    states.put(
        "cookies",
        world ->
            BridgeWorlds.input(
                world, BridgeWorlds.create(world, BridgeWorlds.NEW), "phone", "+155"));
    states.put("display", world -> BridgeWorlds.create(world, BridgeWorlds.flow("scan")));
    states.put("complete", world -> BridgeWorlds.confirm(world, showing(world)));
    states.put(
        "cancelled", world -> world.change(tx -> LoginRules.cancel(tx, BRIDGE, begun(tx).id())));
    states.put("failed", world -> world.change(tx -> LoginPlay.expire(tx, begun(tx).id())));
    states.put("forgotten", LoginWalkTest::forgotten);
    return states;
  }

  private static LoginSession showing(World world) {
    return BridgeWorlds.create(world, BridgeWorlds.flow("scan"));
  }

  private static LoginSession begun(Transaction tx) {
    return LoginRules.create(tx, BRIDGE, BridgeWorlds.NEW);
  }

  private static LoginSession forgotten(World world) {
    var session = world.change(tx -> LoginPlay.expire(tx, begun(tx).id()));
    world.advance(Duration.ofHours(1));
    return session;
  }

  private static Map<String, BiFunction<World, LoginSession, Object>> actions() {
    var actions = new LinkedHashMap<String, BiFunction<World, LoginSession, Object>>();
    actions.put("read", (w, s) -> w.read().bridges().requireSession(BRIDGE, s.id()));
    actions.put("read elsewhere", (w, s) -> w.read().bridges().requireSession("other", s.id()));
    actions.put("input", (w, s) -> submit(w, s, "phone", LoginStep.UserInput.class, "+155"));
    actions.put("cookies", (w, s) -> submit(w, s, "page", LoginStep.Cookies.class, "s"));
    actions.put("waiting", (w, s) -> submit(w, s, "scan", LoginStep.DisplayAndWait.class, ""));
    actions.put("wrong type", (w, s) -> submit(w, s, stepId(s), wrongType(s), "+155"));
    actions.put("nothing given", (w, s) -> submit(w, s, "phone", LoginStep.UserInput.class, ""));
    actions.put("malformed", (w, s) -> submit(w, s, "phone", LoginStep.UserInput.class, "abc"));
    actions.put("wrong value", (w, s) -> submit(w, s, "phone", LoginStep.UserInput.class, "+666"));
    actions.put("cancel", (w, s) -> w.change(tx -> LoginRules.cancel(tx, BRIDGE, s.id())));
    actions.put("confirm", (w, s) -> w.change(tx -> LoginPlay.confirm(tx, s.id())));
    actions.put("decline", (w, s) -> w.change(tx -> LoginPlay.decline(tx, s.id())));
    actions.put("rotate", (w, s) -> w.change(tx -> LoginPlay.rotate(tx, s.id())));
    actions.put("expire", (w, s) -> w.change(tx -> LoginPlay.expire(tx, s.id())));
    return actions;
  }

  private static LoginSession submit(
      World world,
      LoginSession session,
      String stepId,
      Class<? extends LoginStep> type,
      String value) {
    var answer = new LoginRules.Answer(type, Map.of("phone", value, "sid", value));
    return world.change(tx -> LoginRules.submit(tx, BRIDGE, session.id(), stepId, answer));
  }

  private static String stepId(LoginSession session) {
    return BridgeWorlds.ALL_KINDS
        .findFlow(session.flowId())
        .orElseThrow()
        .steps()
        .get(session.step())
        .id();
  }

  private static Class<? extends LoginStep> wrongType(LoginSession session) {
    return stepId(session).equals("phone") ? LoginStep.Cookies.class : LoginStep.UserInput.class;
  }

  /** The whole table: what comes of an action, or the reason of its refusal. */
  @Test
  void every_action_in_every_state_has_its_result_or_its_refusal() {
    var table = new StringBuilder("%-16s".formatted(""));
    STATES.keySet().forEach(state -> table.append("%-12s".formatted(state)));
    ACTIONS.forEach(
        (name, action) -> {
          table.append("\n%-16s".formatted(name));
          STATES.values().forEach(state -> table.append("%-12s".formatted(outcome(state, action))));
        });

    var text =
        table.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    PageTable.of("bridges.md", "sessions").check("```text\n" + text + "\n```\n");
  }

  private static String outcome(
      Function<World, LoginSession> state, BiFunction<World, LoginSession, Object> action) {
    try (var world = BridgeWorlds.frozen()) {
      var session = state.apply(world);
      var before = world.read();
      try {
        var after = (LoginSession) action.apply(world, session);
        assertThat(BridgeWorlds.now(world, after)).isEqualTo(after);
        assertSound(world.read(), after);
        return (after.isOpen() ? stepId(after) : after.stage().name())
            + (after.isOpen() && after.failure() != null ? " wrong" : "");
      } catch (WorldException refusal) {
        assertThat(world.read()).isSameAs(before);
        return refusal.reason().name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }

  /** What waits has its end planned, what has ended waits for nothing but to be forgotten. */
  private static void assertSound(WorldState state, LoginSession session) {
    var timers = state.timers().all().values();
    assertThat(timers.contains(new Timer.LoginExpiry(session.id()))).isEqualTo(session.isOpen());
    assertThat(timers.contains(new Timer.LoginForgetting(session.id())))
        .isEqualTo(!session.isOpen());
    assertThat(timers.contains(new Timer.LoginRotation(session.id())))
        .isEqualTo(session.shown() != null);
  }
}
