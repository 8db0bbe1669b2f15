package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.stubs.StubAnswer;
import java.util.List;

/** Turns the answer of a recorded mapping into one of the pipeline. */
final class StubOutcomes {
  /** What the engine says by itself, and the app never said. */
  private static final List<String> OF_THE_ENGINE = List.of("Matched-Stub-Id", "Matched-Stub-Name");

  private StubOutcomes() {}

  static Outcome of(StubAnswer answer, Origin origin) {
    var sent = answer.response();
    var response =
        new ApiResponse(sent.status(), sent.headers().without(OF_THE_ENGINE), sent.body());
    var outcome = Outcome.of(response, origin);
    return answer.manner().mischief() == null
        ? outcome
        : outcome.withDelivery(FaultDeliveries.EMPTY);
  }
}
