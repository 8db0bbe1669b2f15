package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.replay.Playback.Timing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplayAnnotationTest {
  private static final String REMINDERS = "/v1/chats/!lunch:beeper.local/reminders";

  @Test
  void each_test_plays_the_recording_from_its_beginning() {
    Run.of(BeginningSample.class).succeeded(3);
  }

  @FakeBeeperTest
  @Replay("/recordings/by-hand")
  static class BeginningSample {
    @RepeatedTest(3)
    void the_first_answer_comes_first(FakeBeeper beeper) {
      var client = new Client(beeper);

      assertThat(client.call("DELETE", REMINDERS, "").status()).isEqualTo(500);
      assertThat(client.call("DELETE", REMINDERS, "").status()).isEqualTo(204);
    }
  }

  @Test
  void the_nearest_annotation_wins() {
    Run.of(NearestSample.class).succeeded(6);
  }

  @FakeBeeperTest
  @Replay("/recordings/by-hand")
  static class NearestSample {
    @Test
    void of_the_class(FakeWorld world) {
      assertThat(world.replay().playback().folder()).endsWith(Path.of("by-hand"));
    }

    @Test
    @Replay(value = "src/test/resources/recordings/plain-wiremock", timing = Timing.AS_RECORDED)
    void of_the_method(FakeWorld world) {
      assertThat(world.replay().playback().folder()).endsWith(Path.of("plain-wiremock"));
      assertThat(world.replay().playback().timing()).isEqualTo(Timing.AS_RECORDED);
    }

    @Test
    @StartingWorld("empty")
    void a_world_of_the_method(FakeWorld world) {
      assertThat(world.isReplaying()).isFalse();
    }

    @Test
    @Scenario("send-normal")
    void a_scenario_of_the_method(FakeWorld world) {
      assertThat(world.isReplaying()).isFalse();
    }

    @Nested
    @Scenario("send-normal")
    class Inner {
      @Test
      void of_the_nested_class(FakeWorld world) {
        assertThat(world.isReplaying()).isFalse();
      }

      @Test
      @Replay("/recordings/plain-wiremock")
      void of_the_method(FakeWorld world) {
        assertThat(world.isReplaying()).isTrue();
        assertThat(world.scenarios().loaded()).isEmpty();
      }
    }
  }

  @Test
  void a_copy_of_the_class_s_world_plays_it_too() {
    Run.of(CopySample.class).succeeded(2);
  }

  @FakeBeeperTest
  @Replay("/recordings/by-hand")
  static class CopySample {
    @BeforeAll
    static void use(FakeBeeper beeper) {
      new Client(beeper).call("DELETE", REMINDERS, "");
    }

    @RepeatedTest(2)
    void it_begins_anew(FakeBeeper beeper) {
      assertThat(new Client(beeper).call("DELETE", REMINDERS, "").status()).isEqualTo(500);
    }
  }

  @Test
  void a_server_of_one_s_own_plays_what_its_configuration_says() {
    Run.of(OwnSample.class).succeeded(2);
  }

  static class OwnSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER =
        FakeBeeperExtension.of(
            FakeBeeperConfig.forTests().toBuilder()
                .replay(Path.of("src/test/resources/recordings/by-hand"))
                .build());

    @Test
    void of_the_server(FakeWorld world) {
      assertThat(world.isReplaying()).isTrue();
    }

    @Test
    @StartingWorld("empty")
    void a_world_of_the_method(FakeWorld world) {
      assertThat(world.isReplaying()).isFalse();
    }
  }

  @Test
  void a_scenario_on_such_a_server_is_refused() {
    refuses(
        OwnScenarioSample.class,
        "ReplayAnnotationTest.OwnScenarioSample.a_test cannot begin. The scenario no-world plays in the state of a world, and a world that plays a recording has none. Leave out one of the two.");
  }

  static class OwnScenarioSample {
    @RegisterExtension static final FakeBeeperExtension BEEPER = OwnSample.BEEPER;

    @Test
    @Scenario("no-world-scenario.yaml")
    void a_test(FakeWorld world) {}
  }

  @Test
  void a_request_that_is_not_in_the_recording_fails_the_test() {
    var run = Run.of(UnknownSample.class);

    assertThat(run.messages())
        .singleElement()
        .asString()
        .contains("[FB-REPLAY-UNKNOWN] GET /v1/chats is not in the recording. The nearest is")
        .contains("GET /v1/accounts (mappings/accounts.json)")
        .contains("To allow it: @AllowViolations(\"FB-REPLAY-UNKNOWN\")");
  }

  @FakeBeeperTest
  @Replay("/recordings/by-hand")
  static class UnknownSample {
    @Test
    void asks_for_more(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats");
    }

    @Test
    @AllowViolations("FB-REPLAY-UNKNOWN")
    void asks_for_more_on_purpose(FakeBeeper beeper) {
      new Client(beeper).get("/v1/chats");
    }

    @Test
    void asks_for_what_is_there(FakeBeeper beeper) {
      new Client(beeper).get("/v1/accounts");
    }
  }

  private static void refuses(Class<?> sample, String message) {
    assertThat(Run.of(sample).messages()).containsExactly(message);
  }

  @Test
  void a_starting_world_beside_it_is_refused() {
    refuses(
        WorldSample.class,
        "@Replay(\"/recordings/by-hand\") contradicts @StartingWorld, which needs a world with a state, and a recording has none. Remove one of them.");
  }

  @FakeBeeperTest
  static class WorldSample {
    @Test
    @Replay("/recordings/by-hand")
    @StartingWorld("empty")
    void a_test() {}
  }

  @Test
  void a_scenario_beside_it_is_refused() {
    refuses(
        ScenarioSample.class,
        "@Replay(\"/recordings/by-hand\") contradicts @Scenario, which needs a world with a state, and a recording has none. Remove one of them.");
  }

  @FakeBeeperTest
  static class ScenarioSample {
    @Test
    @Replay("/recordings/by-hand")
    @Scenario("send-normal")
    void a_test() {}
  }

  @Test
  void a_folder_that_is_not_there_is_refused() {
    refuses(
        NowhereSample.class,
        "There is no file or folder no-such-day: no resource beside %s, none at the root of the class path, and no file or folder from the working directory %s. Correct the name, or put the file there."
            .formatted(NowhereSample.class.getName(), Path.of("").toAbsolutePath()));
  }

  @FakeBeeperTest
  static class NowhereSample {
    @Test
    @Replay("no-such-day")
    void a_test() {}
  }

  @Test
  void a_folder_that_is_no_recording_is_refused() {
    assertThat(Run.of(NoRecordingSample.class).messages())
        .singleElement()
        .asString()
        .contains("NoRecordingSample.a_test cannot begin. ")
        .contains("is no recording: it has neither a recording.json nor a folder mappings.");
  }

  @FakeBeeperTest
  static class NoRecordingSample {
    @Test
    @Replay("/recordings/by-hand/sockets")
    void a_test() {}
  }

  @Test
  void a_fake_that_was_given_is_refused() {
    assertThat(Run.of(GivenSample.class).messages())
        .singleElement()
        .asString()
        .endsWith(
            "a_test has @Replay, but the world of the fake that FakeBeeperExtension.over was given is there already. Give the recording to FakeBeeper.start(config).");
  }

  static class GivenSample {
    private static final FakeBeeper GIVEN = FakeBeeper.start();

    @RegisterExtension static final FakeBeeperExtension BEEPER = FakeBeeperExtension.over(GIVEN);

    @AfterAll
    static void stop() {
      GIVEN.close();
    }

    @Test
    @Replay("/recordings/by-hand")
    void a_test() {}
  }
}
