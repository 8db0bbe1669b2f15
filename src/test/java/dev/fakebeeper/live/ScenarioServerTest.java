package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.world.WorldException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a scenario asks of the server. */
class ScenarioServerTest {
  private static final String OLD =
      """
      fakeBeeperScenario: 1
      name: old
      about: For a test.
      server: {apiVersion: 4.1.294, remoteAccess: true, host: 127.0.0.1}
      world: empty
      clock: {mode: frozen, at: 2025-11-01T12:00:00Z}
      tokens: [{name: readonly, value: read-only, scopes: [read]}]
      """;

  @Test
  void a_server_is_started_as_its_scenario_wants_it() {
    var config = FakeBeeperConfig.forTests().toBuilder().scenario(Scenario.parse(OLD)).build();

    try (var beeper = FakeBeeper.start(config)) {
      var api = new Api(beeper, "read-only");
      assertThat(beeper.addresses()).containsExactly("127.0.0.1:" + beeper.port());
      assertThat(beeper.world().now()).isEqualTo(Instant.parse("2025-11-01T12:00:00Z"));
      assertThat(api.get("/v1/chats").status()).isEqualTo(200);
      assertThat(api.get("/v1/info").status()).as("not there before 4.2.557").isEqualTo(404);
      assertThat(api.post("/v1/focus", "{}").status()).isIn(200, 403);
      assertThat(beeper.world().scenarios().find("old")).isPresent();
    }
  }

  @Test
  void a_server_that_runs_differently_refuses_it_with_the_reason() {
    try (var beeper = FakeBeeper.start()) {
      var scenario = Scenario.parse(OLD);

      assertThatThrownBy(() -> beeper.world().scenarios().load(scenario))
          .isInstanceOf(WorldException.class)
          .hasMessage(
              "The scenario \"old\" cannot be loaded here, and nothing was changed. It needs a"
                  + " server with the API version 4.1.294; this one was started with 4.3.89. Start"
                  + " one with --scenario, or with FakeBeeperConfig.scenario.");
      assertThat(beeper.world().scenarios().loaded()).isEmpty();
    }
  }

  @Test
  void a_reset_plays_it_from_the_start() {
    var config = FakeBeeperConfig.forTests().toBuilder().scenario(Scenario.parse(OLD)).build();
    try (var beeper = FakeBeeper.start(config)) {
      beeper.world().scenarios().unload("old");
      assertThat(new Api(beeper, "read-only").get("/v1/chats").status()).isEqualTo(401);

      beeper.world().reset();

      assertThat(new Api(beeper, "read-only").get("/v1/chats").status()).isEqualTo(200);
    }
  }
}
