package dev.fakebeeper.control.scenarios;

import static dev.fakebeeper.control.scenarios.Stage.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.JournalJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final Stage stage = new Stage();

  private FakeWorld world(String timeline) {
    return stage.open("t", "timeline:\n" + timeline);
  }

  @Test
  void an_entry_happens_at_its_instant_and_not_before() {
    var world = world("- {at: PT5S, do: [%s]}".formatted(says("noon?")));

    world.advance(Duration.ofMillis(4_999));
    assertThat(stage.texts(world)).isEmpty();

    var fired = world.advance(Duration.ofMillis(1));
    assertThat(stage.texts(world)).containsExactly("noon?");
    assertThat(fired).hasSize(1);
    assertThat(world.scenarios().failures()).isEmpty();
  }

  @Test
  void what_is_at_zero_has_happened_when_the_world_opens() {
    var world = world("- {at: PT0S, do: [%s]}".formatted(says("already")));

    assertThat(stage.texts(world)).containsExactly("already");
  }

  @Test
  void pending_work_tells_in_words_what_will_happen() {
    var world = world("- {at: PT5S, do: [%s, {chatRemoval: {chatID: x}}]}".formatted(says("a")));

    assertThat(world.due())
        .singleElement()
        .satisfies(
            due -> assertThat(due.what()).contains("t: entry 1, run 1 (message, chatRemoval)"))
        .satisfies(due -> assertThat(due.at()).isEqualTo(world.now().plusSeconds(5)));
  }

  @Test
  void everything_at_one_instant_happens_in_the_order_of_the_file() {
    var world =
        world(
            """
            - {at: PT5S, repeat: {every: PT5S, times: 3}, do: [%s, %s]}
            - {at: PT10S, do: [%s]}
            - {at: PT5S, do: [%s]}
            - {at: PT15S, do: [%s]}
            """
                .formatted(says("1a"), says("1b"), says("2"), says("3"), says("4")));

    var fired = world.advance(Duration.ofSeconds(20));

    assertThat(stage.texts(world))
        .containsExactly("1a", "1b", "3", "1a", "1b", "2", "1a", "1b", "4");
    assertThat(fired).hasSize(6);
    assertThat(world.due()).isEmpty();
  }

  @Test
  void a_repetition_without_an_end_goes_on() {
    var world = world("- {at: PT1S, repeat: {every: PT1S}, do: [%s]}".formatted(says("tick")));

    world.advance(Duration.ofSeconds(100));

    assertThat(stage.texts(world)).hasSize(100);
    assertThat(world.due()).hasSize(1);
  }

  @Test
  void a_step_that_fails_is_told_and_the_rest_goes_on() {
    var world =
        world(
            """
            - at: PT1S
              do:
                - message: {chatID: "!gone:beeper.com", from: "@ann:beeper.com", text: "lost"}
                - %s
            """
                .formatted(says("still here")));

    world.advance(Duration.ofSeconds(1));

    assertThat(stage.texts(world)).containsExactly("still here");
    assertThat(world.journal().entries())
        .singleElement()
        .extracting(Entry::line)
        .isEqualTo("#1 scenario t: Entry 1, step \"message\": Chat not found: !gone:beeper.com");
    assertThat(JournalJson.of(world.journal()).text(world.journal().entries()))
        .contains("\"type\" : \"incident\"", "\"source\" : \"scenario t\"");
    var failure = world.scenarios().failures().get(0);
    assertThat(world.scenarios().failures()).hasSize(1);
    assertThat(failure.describe())
        .isEqualTo(
            "Scenario t, entry 1: the step \"message\" failed at 2026-06-15T09:30:01Z."
                + " Chat not found: !gone:beeper.com");
  }

  @Test
  void failures_are_bounded() {
    var world =
        world("- {at: PT1S, repeat: {every: PT1S}, do: [{chatRemoval: {chatID: nowhere}}]}");

    world.advance(Duration.ofSeconds(150));

    var failures = world.scenarios().failures();
    assertThat(failures).hasSize(100);
    assertThat(failures.get(99).at()).isEqualTo(world.now());
  }

  @Test
  void a_reset_begins_anew() {
    var world = world("- {at: PT5S, do: [%s]}".formatted(says("noon?")));
    world.advance(Duration.ofSeconds(7));

    world.reset();

    assertThat(stage.texts(world)).isEmpty();
    world.advance(Duration.ofSeconds(5));
    assertThat(stage.texts(world)).containsExactly("noon?");
  }

  @Test
  void a_fork_goes_on_by_itself() {
    var world =
        world("- {at: PT5S, repeat: {every: PT5S, times: 2}, do: [%s]}".formatted(says("again")));
    world.advance(Duration.ofSeconds(7));

    var fork = world.fork("fork");
    fork.advance(Duration.ofSeconds(10));

    assertThat(stage.texts(fork)).containsExactly("again", "again");
    assertThat(stage.texts(world)).containsExactly("again");
    assertThat(fork.scenarios().loaded()).extracting(LoadedScenario::name).containsExactly("t");
    assertThat(fork.due()).isEmpty();
  }

  @Test
  void a_snapshot_goes_back_to_what_was_loaded_and_due() {
    var world = stage.open("t", "");
    var before = world.snapshot();
    world
        .scenarios()
        .load(Stage.scenario("late", "timeline: [{at: PT5S, do: [%s]}]".formatted(says("late"))));
    var after = world.snapshot();

    world.restore(before);
    assertThat(world.due()).isEmpty();
    assertThat(world.scenarios().find("late")).isEmpty();

    world.restore(after);
    world.advance(Duration.ofSeconds(5));
    assertThat(stage.texts(world)).containsExactly("late");
  }

  @Test
  void a_snapshot_starts_the_scenario_in_another_world() {
    var world = world("- {at: PT5S, do: [%s]}".formatted(says("noon?")));
    world.advance(Duration.ofSeconds(3));

    var other = stage.control().open(NewWorld.named("other").startingFrom(world.snapshot()));
    other.advance(Duration.ofSeconds(2));

    assertThat(stage.texts(other)).containsExactly("noon?");
  }

  @Test
  void a_running_clock_plays_too() {
    var scenario =
        Stage.scenario(
            "fast",
            Stage.WORLD
                + "clock: {mode: scaled, rate: 1000}\ntimeline: [{at: PT1S, do: [%s]}]"
                    .formatted(says("noon?")));
    var world = stage.control().open(NewWorld.named("fast").scenario(scenario));

    org.awaitility.Awaitility.await().until(() -> !stage.texts(world).isEmpty());

    assertThat(stage.texts(world)).containsExactly("noon?");
  }
}
