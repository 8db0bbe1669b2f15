package dev.fakebeeper.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock shows and how it runs.
 *
 * @param mode how it runs
 * @param at what it shows; null for what it shows already
 * @param rate how many seconds pass for each second of the machine: 0 when frozen, 1 when real
 */
public record ClockSetting(Mode mode, @Nullable Instant at, double rate) {

  /** How a clock runs. */
  public enum Mode {
    /** It follows the machine. */
    REAL,
    /** It stands until it is moved. */
    FROZEN,
    /** It runs faster or slower than the machine. */
    SCALED
  }

  /** Refuses a rate that does not belong to the mode. */
  public ClockSetting {
    var fits =
        switch (mode) {
          case REAL -> rate == 1;
          case FROZEN -> rate == 0;
          case SCALED -> rate > 0 && rate != 1 && !Double.isInfinite(rate);
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "rate (%s) must be 1 for a real clock, 0 for a frozen one, and above 0 but not 1 for a scaled one"
              .formatted(rate));
    }
  }

  /** It follows the machine. */
  public static ClockSetting real() {
    return new ClockSetting(Mode.REAL, null, 1);
  }

  /** It stands where it is. */
  public static ClockSetting frozen() {
    return new ClockSetting(Mode.FROZEN, null, 0);
  }

  /** It stands at an instant. */
  public static ClockSetting frozenAt(Instant instant) {
    return new ClockSetting(Mode.FROZEN, instant, 0);
  }

  /**
   * It goes on from where it is, faster or slower.
   *
   * @param rate above 0, not 1
   */
  public static ClockSetting scaled(double rate) {
    return new ClockSetting(Mode.SCALED, null, rate);
  }

  static ClockSetting of(double rate, Instant now) {
    if (rate == 0) {
      return frozenAt(now);
    }
    return new ClockSetting(rate == 1 ? Mode.REAL : Mode.SCALED, now, rate);
  }
}
