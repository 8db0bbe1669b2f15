package dev.fakebeeper.world;

import java.time.Instant;
import java.util.Comparator;

/**
 * When a timer is due; equal instants fire in the order in which they were set.
 *
 * @param due the world's time
 * @param number counts the timers of a world
 */
public record TimerKey(Instant due, long number) implements Comparable<TimerKey> {
  private static final Comparator<TimerKey> ORDER =
      Comparator.comparing(TimerKey::due).thenComparingLong(TimerKey::number);

  @Override
  public int compareTo(TimerKey other) {
    return ORDER.compare(this, other);
  }
}
