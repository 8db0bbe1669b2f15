package dev.fakebeeper.control.scenarios;

import static dev.fakebeeper.control.scenarios.Stage.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Snapshot;
import dev.fakebeeper.world.DeadSends;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.WorldException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadingTest {
  private final Stage stage = new Stage();
  private FakeWorld world;

  @BeforeEach
  void open() {
    world = stage.open("base", "");
  }

  private SendProfile profile() {
    var state = stage.world(world).read();
    return state.sendProfiles().of(state.requireChat(Stage.CHAT));
  }

  private LoadedScenario load(String name, String members) {
    return world.scenarios().load(Stage.scenario(name, members));
  }

  @Test
  void unloading_drops_what_is_pending_and_leaves_what_has_happened() {
    var scenario =
        load(
            "s",
            "timeline: [{at: PT1S, do: [%s]}, {at: PT9S, do: [%s]}]"
                .formatted(says("one"), says("two")));
    load("other", "timeline: [{at: PT8S, do: [%s]}]".formatted(says("other")));
    world.advance(Duration.ofSeconds(2));

    scenario.unload();
    world.advance(Duration.ofSeconds(60));

    assertThat(stage.texts(world)).containsExactly("one", "other");
    assertThat(world.scenarios().loaded())
        .extracting(LoadedScenario::name)
        .containsExactly("base", "other");
  }

  @Test
  void sends_go_as_before_once_it_is_unloaded() {
    var before = profile();
    var slow = load("slow", "sends: {everywhere: {pendingFor: PT40S}}");
    assertThat(profile().settlesAfter()).isEqualTo(Duration.ofSeconds(40));

    slow.unload();

    assertThat(profile()).isEqualTo(before);
  }

  @Test
  void sends_without_a_connection_go_as_before_too() {
    var refusing = load("refusing", "timeline: [{at: PT0S, do: [{deadSends: {end: refused}}]}]");
    assertThat(stage.world(world).read().bridges().deadSends()).isEqualTo(DeadSends.REFUSED);

    refusing.unload();

    assertThat(stage.world(world).read().bridges().deadSends()).isEqualTo(DeadSends.FAIL_RETRIABLE);
  }

  @Test
  void what_was_loaded_later_still_holds_when_an_earlier_one_goes() {
    var slow = load("slow", "sends: {everywhere: {pendingFor: PT40S}}");
    var failing =
        load("failing", "sends: {chats: {\"%s\": {ends: refused}}}".formatted(Stage.CHAT));
    assertThat(profile().settlesAfter()).isEqualTo(Duration.ofSeconds(40));

    slow.unload();

    assertThat(profile().ending()).isEqualTo(SendProfile.Ending.REFUSED);
    assertThat(profile().settlesAfter()).isEqualTo(Duration.ZERO);
    failing.unload();
    assertThat(profile()).isEqualTo(SendProfile.instant());
  }

  @Test
  void tokens_are_made_under_their_names_and_taken_back() {
    var scenario =
        load("t", "tokens: [{name: readonly, scopes: [read], lifetime: PT1H}, {name: all}]");

    var token = stage.world(world).read().tokens().get(scenario.token("readonly"));
    assertThat(token.scopes()).containsExactly(Token.Scope.READ);
    assertThat(token.expiresAt()).isEqualTo(world.now().plus(Duration.ofHours(1)));
    assertThat(scenario.tokens()).containsOnlyKeys("readonly", "all");

    scenario.unload();
    assertThat(stage.world(world).read().tokens().get(token.value()).revoked()).isTrue();
  }

  @Test
  void a_timeline_takes_its_tokens_back_by_name() {
    var scenario =
        load(
            "t",
            "tokens: [{name: mine}]\ntimeline: [{at: PT1S, do: [{tokenRevocation: {name: mine}}]}]");
    var value = scenario.token("mine");

    world.advance(Duration.ofSeconds(1));

    assertThat(stage.world(world).read().tokens().get(value).revoked()).isTrue();
    assertThat(scenario.failures()).isEmpty();
  }

  @Test
  void a_fork_has_tokens_of_its_own() {
    var token = load("t", "tokens: [{name: mine, scopes: [read], lifetime: PT1H}]").token("mine");
    world.advance(Duration.ofMinutes(10));

    var fork = world.fork("fork");

    var own = fork.scenarios().find("t").orElseThrow().token("mine");
    assertThat(own).isNotEqualTo(token);
    assertThat(stage.control().ownerOf(own)).contains("fork");
    assertThat(stage.control().ownerOf(token)).contains("base");
    assertThat(stage.world(fork).read().tokens().get(own).expiresAt())
        .isEqualTo(world.now().plus(Duration.ofMinutes(50)));
  }

  @Test
  void a_snapshot_without_tokens_takes_back_those_of_scenarios_that_it_drops() {
    var empty = Snapshot.read(world.snapshot().toJson());
    var token = load("t", "tokens: [{name: mine}]").token("mine");

    world.restore(empty);

    assertThat(world.scenarios().loaded()).isEmpty();
    assertThat(stage.world(world).read().tokens().get(token).revoked()).isTrue();
    assertThat(stage.control().ownerOf(world.token())).contains("base");
  }

  @Test
  void a_value_that_leads_elsewhere_is_refused() {
    load("t", "tokens: [{name: mine, value: secret}]");
    var other = stage.control().open(NewWorld.named("other"));
    var again = Stage.scenario("t", "tokens: [{name: mine, value: secret}]");

    assertThatThrownBy(() -> other.scenarios().load(again))
        .isInstanceOf(WorldException.class)
        .hasMessage(
            "The scenario \"t\" cannot be loaded here, and nothing was changed. The value of the"
                + " token \"mine\" leads into the world \"base\" already. Leave \"value\" out, so"
                + " that each world has one of its own.");
    assertThat(other.scenarios().loaded()).isEmpty();
  }

  @Test
  void of_several_tokens_none_is_made_when_one_cannot_be() {
    stage.control().open(NewWorld.named("other").token("taken"));
    var before = world.tokens();

    assertThatThrownBy(() -> load("t", "tokens: [{name: mine}, {name: theirs, value: taken}]"))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("nothing was changed");

    assertThat(world.tokens()).isEqualTo(before);
  }

  @Test
  void a_value_that_is_a_token_of_this_world_is_refused() {
    var scenario = "tokens: [{name: mine, value: %s, scopes: [read]}]".formatted(world.token());

    assertThatThrownBy(() -> load("t", scenario))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("leads into the world \"base\" already");

    assertThat(world.tokens()).singleElement().matches(token -> !token.revoked());
  }

  @Test
  void a_scenario_that_is_loaded_again_brings_its_token_back() {
    load("t", "tokens: [{name: mine, value: secret}]").unload();

    load("t", "tokens: [{name: mine, value: secret}]");

    assertThat(stage.world(world).read().tokens().get("secret").revoked()).isFalse();
  }

  @Test
  void a_plan_for_what_is_not_there_is_refused_and_changes_nothing() {
    var before = stage.world(world).read().sendProfiles();
    var scenario =
        Stage.scenario(
            "s", "sends: {everywhere: {pendingFor: 3s}, accounts: {nowhere: {ends: refused}}}");

    assertThatThrownBy(() -> world.scenarios().load(scenario))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("Account not found: nowhere");
    assertThat(stage.world(world).read().sendProfiles()).isEqualTo(before);
    assertThat(world.scenarios().find("s")).isEmpty();
  }

  @Test
  void a_world_that_cannot_be_opened_from_its_scenario_is_not_there() {
    var scenario = Stage.scenario("s", "sends: {accounts: {nowhere: {ends: refused}}}");

    assertThatThrownBy(() -> stage.control().open(NewWorld.named("bad").scenario(scenario)))
        .hasMessageContaining("Account not found: nowhere");
    assertThat(stage.control().names()).containsExactly("base");
  }

  @Test
  void it_is_loaded_once_at_a_time() {
    load("s", "");

    assertThatThrownBy(() -> load("s", ""))
        .hasMessage("The scenario \"s\" is loaded in the world \"base\" already. Unload it first.");
    world.scenarios().unload("s");
    load("s", "");
    assertThatThrownBy(() -> world.scenarios().unload("t"))
        .hasMessage("Loaded scenario not found: t. In the world \"base\" are: base, s");
  }

  @Test
  void a_world_opens_with_the_clock_and_the_seed_of_its_scenario() {
    var at = "2030-01-02T03:04:05Z";
    var scenario = Stage.scenario("s", "clock: {mode: frozen, at: " + at + "}\nseed: 7");

    var opened = stage.control().open(NewWorld.named("opened").scenario(scenario));

    assertThat(opened.now()).isEqualTo(Instant.parse(at));
    assertThat(stage.world(opened).read().chats().keySet())
        .isEqualTo(
            stage
                .world(stage.control().open(NewWorld.named("same").seed(7)))
                .read()
                .chats()
                .keySet());
  }

  @Test
  void a_fork_sends_as_its_origin_does() {
    load("slow", "sends: {everywhere: {pendingFor: PT40S}}");

    var fork = world.fork("fork");

    assertThat(stage.world(fork).read().sendProfiles())
        .isEqualTo(stage.world(world).read().sendProfiles());
  }
}
