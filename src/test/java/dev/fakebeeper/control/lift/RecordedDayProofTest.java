package dev.fakebeeper.control.lift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.lift.Difference.Why;
import dev.fakebeeper.recording.RecordingFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The recorded day of the official SDK, which is committed, on the world that it shows. */
class RecordedDayProofTest {
  private static final Path FIXTURE = Path.of("src/test/resources/recordings/sdk-day");

  @Test
  void the_day_of_the_official_sdk_goes_the_same_way_on_the_lifted_world() {
    var recording = RecordingFolder.at(FIXTURE).read().recording();
    var lifted = Lift.of(recording);
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(NewWorld.named("day").startingFrom(lifted));

      var proof = LiftProof.of(recording, lifted, new HttpStage(beeper.baseUri(), world));

      assertThat(proof.asked()).isGreaterThan(70);
      assertThat(proof.differences())
          .filteredOn(one -> one.why() == Why.UNEXPLAINED)
          .as(proof.text())
          .isEmpty();
      assertThat(proof.differences())
          .filteredOn(one -> one.why() == Why.DRIFT)
          .extracting(one -> one.pointer().replaceAll("[0-9]+", "*"))
          .containsOnly("/*/status", "/items/*/mood", "/lastReadMessageSortKey", "");
    }
  }
}
