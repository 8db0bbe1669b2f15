package dev.fakebeeper.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Incident;
import dev.fakebeeper.control.lift.Lift;
import dev.fakebeeper.recording.RecordingFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The day that {@link RecordedDayTest} recorded passes again, on the recording and on the world
 * that it shows. Needs Node; without it, these tests are skipped and say so.
 */
class ReplayedDayTest {
  private static final Path RECORDING = Path.of("src/test/resources/recordings/sdk-day");

  private static NodeProject node;

  @BeforeAll
  static void install_the_sdks() throws Exception {
    node = NodeProject.installed(Path.of("src", "test", "node"));
  }

  private static FakeBeeperConfig.Builder fake() {
    return FakeBeeperConfig.forTests().toBuilder().realClock();
  }

  private static void live(FakeBeeper beeper) throws Exception {
    node.run(
        "recorded-day.mjs",
        Map.of(
            "BEEPER_BASE_URL", beeper.baseUri().toString(),
            "BEEPER_ACCESS_TOKEN", beeper.token(),
            "BEEPER_VERSION", beeper.config().apiVersion()));
  }

  @Test
  void the_day_passes_on_the_replay() throws Exception {
    try (var beeper = FakeBeeper.start(fake().replay(RECORDING).build())) {
      live(beeper);

      var journal = beeper.world().journal().entries();
      assertThat(journal).noneMatch(Incident.class::isInstance);
      assertThat(journal)
          .filteredOn(Exchange.class::isInstance)
          .extracting(entry -> ((Exchange) entry).diagnosis())
          .noneMatch(told -> told != null && told.code() == DiagnosisCode.REPLAY_UNKNOWN);
    }
  }

  @Test
  void the_day_passes_twice_on_one_server() throws Exception {
    try (var beeper = FakeBeeper.start(fake().replay(RECORDING).build())) {
      var other = beeper.worlds().open(beeper.newWorld("other"));

      live(beeper);
      live(beeper.forWorld(other));
    }
  }

  @Test
  void the_day_passes_on_the_lifted_world() throws Exception {
    var lifted = Lift.of(RecordingFolder.at(RECORDING).read().recording());
    try (var beeper = FakeBeeper.start(fake().lifted(lifted).build())) {
      live(beeper);
    }
  }
}
