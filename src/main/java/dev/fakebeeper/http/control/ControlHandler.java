package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;

/** What the control API does with a call. */
@FunctionalInterface
interface ControlHandler {

  /**
   * Answers a call.
   *
   * @throws RuntimeException a {@link ProblemException}, or what {@link
   *     dev.fakebeeper.control.Refusal} knows, when the call is refused
   */
  ApiResponse handle(ControlCall call);
}
