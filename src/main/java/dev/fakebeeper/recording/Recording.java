package dev.fakebeeper.recording;

import java.util.List;

/**
 * A recording: what clients asked of an app and what it answered. Immutable.
 *
 * @param head when and of what it was made
 * @param calls in the order in which the requests came in
 * @param sockets in the order in which they were opened
 */
public record Recording(
    RecordingHead head, List<RecordedCall> calls, List<RecordedSocket> sockets) {

  /** Copies the lists. */
  public Recording {
    calls = List.copyOf(calls);
    sockets = List.copyOf(sockets);
  }
}
