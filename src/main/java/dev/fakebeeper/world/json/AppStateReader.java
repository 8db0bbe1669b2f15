package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.AppState.Identity;
import dev.fakebeeper.world.AppState.Step;

/** The state of the app from the vendor's {@code AppStateSnapshot}. */
public final class AppStateReader {
  private AppStateReader() {}

  /**
   * Where setup stands, and who is signed in. How far encryption is follows from that; a running
   * verification is not read.
   */
  public static AppState read(JsonNode json) {
    var state = Given.in(json);
    var step = state.word("state", Step.READY);
    if (step == Step.NEEDS_LOGIN) {
      return new AppState(step, null);
    }
    var matrix = state.part("matrix");
    return new AppState(
        step,
        new Identity(
            matrix.text("userID", ""), matrix.text("deviceID", ""), matrix.text("homeserver", "")));
  }
}
