package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.recording.recorder.Recorder;

/** The recording that the server makes of a real application. */
final class RecordingResource {
  private RecordingResource() {}

  static void addTo(ControlTable table) {
    table.add("getRecording", call -> ApiResponse.ok(recorder(call).status().json()));
    table.add("stopRecording", call -> ApiResponse.ok(recorder(call).stop().json()));
  }

  private static Recorder recorder(ControlCall call) {
    return call.worlds()
        .recorder()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        404,
                        DiagnosisCode.CONTROL_NOT_FOUND,
                        "This server records nothing.",
                        "Start it with the command record, or with FakeBeeperConfig.Builder.record.")));
  }
}
