package dev.fakebeeper.stubs;

import java.time.Duration;

/**
 * What is allowed to an application behind a recorder.
 *
 * @param connect until it has taken a connection
 * @param silence between two bytes of an answer, the first included
 * @param largestBody how many bytes of one body are taken into memory
 */
public record UpstreamLimits(Duration connect, Duration silence, int largestBody) {
  /** Slow enough for a network of chats behind it, and large enough for pictures and voice. */
  public static final UpstreamLimits DEFAULT =
      new UpstreamLimits(Duration.ofSeconds(10), Duration.ofMinutes(5), 64 * 1024 * 1024);
}
