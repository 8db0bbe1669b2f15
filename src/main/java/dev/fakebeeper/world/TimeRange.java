package dev.fakebeeper.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that excludes both of its ends, in milliseconds, the precision of the wire.
 *
 * @param after the last millisecond that is too early
 * @param before the first millisecond that is too late
 */
public record TimeRange(long after, long before) {
  /** All time. */
  public static final TimeRange ALWAYS = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /**
   * Between two instants.
   *
   * @param after null for no limit
   * @param before null for no limit
   */
  public static TimeRange between(@Nullable Instant after, @Nullable Instant before) {
    return new TimeRange(
        after == null ? Long.MIN_VALUE : after.toEpochMilli(),
        before == null ? Long.MAX_VALUE : before.minusNanos(1).toEpochMilli() + 1);
  }

  /** Whether it leaves nothing out. */
  public boolean isAlways() {
    return equals(ALWAYS);
  }

  /** Whether an instant lies inside. */
  public boolean contains(long millis) {
    return millis > after && millis < before;
  }
}
