package dev.fakebeeper.recording;

import dev.fakebeeper.contract.ApiRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket from its upgrade to its end.
 *
 * @param after when it was opened, since the recording began; not negative
 * @param upgrade the request that opened it
 * @param frames in the order in which the recorder saw them
 * @param end null when it was open as the recording ended
 */
public record RecordedSocket(
    Duration after, ApiRequest upgrade, List<RecordedFrame> frames, @Nullable RecordedEnd end) {

  /** Copies the list. */
  public RecordedSocket {
    frames = List.copyOf(frames);
  }
}
