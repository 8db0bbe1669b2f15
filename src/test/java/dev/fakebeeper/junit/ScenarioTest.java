package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.scenarios.LoadedScenario;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioTest {
  private static final List<String> PLAYED = new CopyOnWriteArrayList<>();
  private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void forget() {
    PLAYED.clear();
    PORTS.clear();
  }

  private static void plays(FakeWorld world) {
    PLAYED.add(
        String.join("+", world.scenarios().loaded().stream().map(LoadedScenario::name).toList()));
  }

  @Test
  void a_bundled_scenario_is_played_from_the_first_instant() {
    Run.of(BundledSample.class).succeeded(1);
  }

  @FakeBeeperTest
  static class BundledSample {
    @Test
    @Scenario("account-needs-reconnect")
    void whatsapp_signs_the_session_out(FakeBeeper beeper) {
      var client = new Client(beeper);
      assertThat(client.get("/v1/accounts").body()).doesNotContain("Scan the code");

      beeper.world().advance(Duration.ofSeconds(5));

      assertThat(client.get("/v1/accounts").body()).contains("Scan the code");
    }
  }

  @Test
  void the_nearest_annotation_wins() {
    Run.of(NearestSample.class).succeeded(4);

    assertThat(PLAYED)
        .containsExactlyInAnyOrder(
            "send-normal", "send-slow-bridge", "three-accounts", "send-normal");
  }

  @FakeBeeperTest
  @Scenario("send-normal")
  static class NearestSample {
    @Test
    void of_the_class(FakeWorld world) {
      plays(world);
    }

    @Test
    @Scenario("send-slow-bridge")
    void of_the_method(FakeWorld world) {
      plays(world);
    }

    @Test
    @Scenario("three-accounts-scenario.yaml")
    void from_a_file_with_a_world_of_its_own(FakeWorld world) {
      plays(world);
      assertThat(world.accountIds()).hasSize(3);
    }

    @Test
    @StartingWorld("three-accounts.yaml")
    void in_a_world_that_the_method_chooses(FakeWorld world) {
      plays(world);
      assertThat(world.accountIds()).hasSize(3);
    }
  }

  @Test
  void a_scenario_without_a_world_is_played_in_a_copy_of_the_class_s_world() {
    Run.of(CopySample.class).succeeded(1);

    assertThat(PLAYED).containsExactly("no-world");
  }

  @FakeBeeperTest
  @StartingWorld("three-accounts.yaml")
  static class CopySample {
    @BeforeAll
    static void prepare(FakeWorld world) {
      world.others().removeAccount(world.accountIds().get(0));
    }

    @Test
    @Scenario("no-world-scenario.yaml")
    void plays_it(FakeWorld world) {
      assertThat(world.accountIds()).hasSize(2);
      plays(world);
    }
  }

  @Test
  void it_takes_the_place_of_the_one_that_the_class_s_world_began_with() {
    Run.of(CopyWithAnotherSample.class).succeeded(2);

    assertThat(PLAYED).containsExactlyInAnyOrder("no-world", "failing-step");
  }

  @FakeBeeperTest
  @Scenario("failing-step-scenario.yaml")
  static class CopyWithAnotherSample {
    @BeforeAll
    static void prepare(FakeWorld world) {
      assertThat(world.scenarios().loaded()).hasSize(1);
    }

    @Test
    void plays_that_of_the_class(FakeWorld world) {
      plays(world);
    }

    @Test
    @Scenario("no-world-scenario.yaml")
    void plays_its_own(FakeWorld world) {
      plays(world);
    }
  }

  @Test
  void a_scenario_that_needs_another_server_gets_one_that_others_share() {
    Run.of(OldServerSample.class).succeeded(3);

    assertThat(PORTS).hasSize(2);
  }

  @FakeBeeperTest
  static class OldServerSample {
    @RepeatedTest(2)
    @Scenario("old-server-scenario.yaml")
    @AllowViolations("FB-ROUTE-UNKNOWN")
    void has_no_info(FakeBeeper beeper) {
      PORTS.add(beeper.port());
      assertThat(new Client(beeper).get("/v1/info").status()).isEqualTo(404);
    }

    @Test
    void has_info(FakeBeeper beeper) {
      PORTS.add(beeper.port());
      assertThat(new Client(beeper).get("/v1/info").status()).isEqualTo(200);
    }
  }

  @Test
  void a_given_fake_plays_it_after_its_reset() {
    Run.of(GivenSample.class).succeeded(2);

    assertThat(PLAYED).containsExactly("send-normal", "send-normal");
    GivenSample.BEEPER.close();
  }

  static class GivenSample {
    static final FakeBeeper BEEPER = FakeBeeper.start();

    @RegisterExtension
    static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);

    @RepeatedTest(2)
    @Scenario("send-normal")
    void plays_it(FakeWorld world) {
      plays(world);
    }
  }

  @Nested
  class Refused {
    @Test
    void a_name_that_nobody_has() {
      assertThat(Run.of(UnknownSample.class).messages())
          .singleElement()
          .asString()
          .startsWith(
              "ScenarioTest.UnknownSample.a_test cannot begin. There is no scenario \"send-nromal\".")
          .endsWith("Did you mean \"send-normal\"?");
    }

    @Test
    void with_a_starting_world_when_it_brings_its_own() {
      assertThat(Run.of(ContradictionSample.class).messages())
          .containsExactly(
              "@StartingWorld(\"empty\") contradicts @Scenario(\"send-normal\"), which brings a world of its own. Remove one of them.");
    }

    @Test
    void on_a_server_of_the_test_s_own_that_is_another_one() {
      assertThat(Run.of(OtherServerSample.class).messages())
          .singleElement()
          .asString()
          .startsWith("ScenarioTest.OtherServerSample.a_test cannot begin. ")
          .contains("old-server", "4.1.294");
    }

    @Test
    void a_step_that_could_not_be_done_fails_the_test() {
      assertThat(Run.of(FailedStepSample.class).messages())
          .singleElement()
          .asString()
          .contains("1. Scenario failing-step, entry 1: the step \"accountStatus\" failed")
          .contains("@AllowViolations(\"failing-step\")");
    }
  }

  @FakeBeeperTest
  static class UnknownSample {
    @Test
    @Scenario("send-nromal")
    void a_test() {}
  }

  @FakeBeeperTest
  static class ContradictionSample {
    @Test
    @StartingWorld("empty")
    @Scenario("send-normal")
    void a_test() {}
  }

  static class OtherServerSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER = FakeBeeperExtension.of(FakeBeeperConfig.forTests());

    @Test
    @Scenario("old-server-scenario.yaml")
    void a_test() {}
  }

  @FakeBeeperTest
  static class FailedStepSample {
    @Test
    @Scenario("failing-step-scenario.yaml")
    void a_test(FakeWorld world) {
      world.advance(Duration.ofSeconds(1));
    }
  }
}
