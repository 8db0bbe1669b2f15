package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.lift.Lift;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.har.HarReader;
import dev.fakebeeper.recording.har.HarReading;
import org.jspecify.annotations.Nullable;

/** Makes a world of a recording. */
final class LiftResource {
  private LiftResource() {}

  static void addTo(ControlTable table) {
    table.add("liftRecording", LiftResource::lift);
  }

  private static ApiResponse lift(ControlCall call) {
    var body = call.requestBody();
    var world = call.world();
    var reading = reading(call, body.path("origin").textValue());
    var lifted = Lift.of(reading.recording());
    world.restore(lifted);
    var answer = ControlCall.object().put("origin", reading.origin());
    answer.put("calls", reading.recording().calls().size());
    answer.put("otherHosts", reading.otherHosts());
    reading.findings().forEach(answer.putArray("findings")::add);
    answer.set("lift", lifted.report().json());
    return ApiResponse.ok(answer);
  }

  private static HarReading reading(ControlCall call, @Nullable String origin) {
    try {
      return HarReader.read("har", call.requestBody().path("har"), origin);
    } catch (RecordingException | IllegalArgumentException refused) {
      throw new ProblemException(Problem.invalid(String.valueOf(refused.getMessage())));
    }
  }
}
