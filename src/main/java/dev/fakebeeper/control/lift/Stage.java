package dev.fakebeeper.control.lift;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.RecordedAnswer;
import java.time.Duration;

/** Where a recording is played again: a world that was lifted from it, and nobody else in it. */
public interface Stage {

  /**
   * Lets the world's time pass.
   *
   * @param after until so long after the start; what lies in the past does nothing
   */
  void until(Duration after);

  /**
   * Asks as a client of that world.
   *
   * @param request as it was recorded; its credentials are those of another app
   */
  RecordedAnswer ask(ApiRequest request);
}
