package dev.fakebeeper;

import dev.fakebeeper.recording.recorder.RecorderSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a fake does that stands in front of a real application.
 *
 * @param upstream where the application is
 * @param token what it wants in place of the fake's own token, null to hand on what clients send
 * @param into where the recording goes
 */
record RecordMode(URI upstream, @Nullable String token, RecorderSettings into) {

  /** Never the token. */
  @Override
  public String toString() {
    return "RecordMode[upstream=%s, into=%s]".formatted(upstream, into.folder());
  }
}
