package dev.fakebeeper.control.faults;

import java.time.Duration;

/** Refuses spans that no clock of a world can ever cover. */
final class Spans {
  /** Some 10,000 years: a world's clock ends with the year 9999, an {@code Instant} far later. */
  private static final Duration LONGEST = Duration.ofDays(3_652_500);

  private Spans() {}

  static void requirePositive(String name, Duration span) {
    if (span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException(name + " (" + span + ") must be positive");
    }
    requireReachable(name, span);
  }

  static void requireNotNegative(String name, Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException(name + " (" + span + ") must not be negative");
    }
    requireReachable(name, span);
  }

  private static void requireReachable(String name, Duration span) {
    if (span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s (%s) must be %s (10,000 years) at most: the clock of a world ends with the year 9999"
              .formatted(name, span, LONGEST));
    }
  }
}
