package dev.fakebeeper.sdk;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorld.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The official SDKs in the way their users use them: each script is one client's day and asserts
 * what the client got. Needs Node; without it, these tests are skipped and say so.
 */
class SdkDayTest {
  private static final String NEWEST = ApiVersion.latest().toString();
  private static final String OF_SDK_5 = "4.2.808";
  private static final String OF_SDK_4 = "4.2.557";

  private static NodeProject node;

  @BeforeAll
  static void install_the_sdks() throws Exception {
    node = NodeProject.installed(Path.of("src", "test", "node"));
  }

  @Test
  void a_day_with_sdk_5_on_the_newest_build() throws Exception {
    play("day-sdk5.mjs", NEWEST, FakeBeeperConfig.forTests().toBuilder().realClock());
  }

  @Test
  void a_day_with_sdk_5_on_a_build_of_its_time() throws Exception {
    play("day-sdk5.mjs", OF_SDK_5, FakeBeeperConfig.forTests().toBuilder().realClock());
  }

  @Test
  void a_day_with_sdk_4_on_the_newest_build() throws Exception {
    play("day-sdk4.mjs", NEWEST, FakeBeeperConfig.forTests().toBuilder().realClock());
  }

  @Test
  void a_day_with_sdk_4_on_a_build_of_its_time() throws Exception {
    play("day-sdk4.mjs", OF_SDK_4, FakeBeeperConfig.forTests().toBuilder().realClock());
  }

  @Test
  void a_send_lives_the_same_life_for_one_who_polls_and_one_who_listens() throws Exception {
    try (var beeper =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().realClock().build())) {
      // Slow enough that a client on a busy machine cannot miss a step.
      beeper
          .world()
          .sends()
          .everywhere(
              plan ->
                  plan.unknownFor(Duration.ofSeconds(2))
                      .pendingFor(Duration.ofSeconds(2))
                      .seenAfter(Duration.ofSeconds(2)));
      node.run(
          "live-day.mjs",
          Map.of(
              "BEEPER_BASE_URL", beeper.baseUri().toString(),
              "BEEPER_ACCESS_TOKEN", beeper.token()));
    }
  }

  @Test
  void every_method_of_sdk_5_gets_an_example_whatever_the_ids_and_the_token() throws Exception {
    play("every-method.mjs", NEWEST, FakeBeeperConfig.forTests().toBuilder().examples());
  }

  @Test
  void the_snippets_of_the_clients_page_do_what_they_say() throws Exception {
    play("clients-page.mjs", NEWEST, FakeBeeperConfig.forTests().toBuilder().realClock());
  }

  private static void play(String script, String version, FakeBeeperConfig.Builder config)
      throws Exception {
    try (var beeper = FakeBeeper.start(config.apiVersion(version).build())) {
      var environment = new HashMap<String, String>();
      environment.put("BEEPER_BASE_URL", beeper.baseUri().toString()); // SDK 5 reads it
      environment.put("BEEPER_DESKTOP_BASE_URL", beeper.baseUri().toString()); // SDK 4 does
      environment.put("BEEPER_ACCESS_TOKEN", beeper.token());
      environment.put("BEEPER_VERSION", version); // this and the rest are for the scripts
      environment.putAll(tokens(beeper.world()));
      node.run(script, environment);
    }
  }

  static Map<String, String> tokens(FakeWorld world) {
    var revoked = world.mintToken(Set.of(Scope.READ, Scope.WRITE), null);
    world.revokeToken(revoked);
    return Map.of(
        "BEEPER_READ_ONLY_TOKEN",
        world.mintToken(Set.of(Scope.READ), null),
        "BEEPER_EXPIRED_TOKEN",
        world.mintToken(Set.of(Scope.READ), Duration.ofMillis(1)),
        "BEEPER_REVOKED_TOKEN",
        revoked);
  }
}
