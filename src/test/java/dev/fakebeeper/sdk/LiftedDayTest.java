package dev.fakebeeper.sdk;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.lift.Lift;
import dev.fakebeeper.recording.RecordingFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official SDK has the day that was recorded again, on the world that the recording shows. */
class LiftedDayTest {
  private static final Path FIXTURE = Path.of("src/test/resources/recordings/sdk-day");

  private static NodeProject node;

  @BeforeAll
  static void install_the_sdks() throws Exception {
    node = NodeProject.installed(Path.of("src", "test", "node"));
  }

  @Test
  void the_recorded_day_passes_on_the_lifted_world() throws Exception {
    var lifted = Lift.of(RecordingFolder.at(FIXTURE).read().recording());
    var config = FakeBeeperConfig.forTests().toBuilder().lifted(lifted).build();
    try (var beeper = FakeBeeper.start(config)) {
      node.run(
          "recorded-day.mjs",
          Map.of(
              "BEEPER_BASE_URL", beeper.baseUri().toString(),
              "BEEPER_ACCESS_TOKEN", beeper.token(),
              "BEEPER_VERSION", beeper.config().apiVersion()));
    }
  }
}
