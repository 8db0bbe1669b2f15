package dev.fakebeeper.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of one world. Three modes: <em>real</em> follows the machine, <em>frozen</em> stands
 * until it is moved, <em>scaled</em> runs a number of times as fast as the machine. Thread-safe.
 */
public final class WorldClock implements InstantSource {
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final InstantSource machine;
  private volatile Reading reading;

  /** What the clock showed when it was last set, and how fast it runs since. */
  private record Reading(Instant shown, Instant machineAt, double rate) {
    Instant at(Instant machineNow) {
      if (rate == 0) {
        return shown;
      }
      var passed = Duration.between(machineAt, machineNow);
      return rate == 1 ? shown.plus(passed) : shown.plusNanos(Math.round(passed.toNanos() * rate));
    }
  }

  private WorldClock(InstantSource machine, Instant shown, double rate) {
    this.machine = machine;
    this.reading = new Reading(shown, machine.instant(), rate);
  }

  /** A clock that follows the machine. */
  public static WorldClock real() {
    var machine = InstantSource.system();
    return new WorldClock(machine, machine.instant(), 1);
  }

  /** A clock that stands at an instant until it is moved. */
  public static WorldClock frozenAt(Instant instant) {
    return new WorldClock(InstantSource.system(), instant, 0);
  }

  /**
   * A clock that starts at an instant and runs faster or slower than the machine.
   *
   * @param rate how many seconds pass for each second of the machine, above 0
   */
  public static WorldClock scaled(Instant start, double rate) {
    if (rate == 0) {
      throw new IllegalArgumentException("rate (" + rate + ") must be positive and finite");
    }
    requireRate(rate);
    return new WorldClock(InstantSource.system(), start, rate);
  }

  private static void requireRate(double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("rate (" + rate + ") must be positive and finite");
    }
  }

  /** A clock over another source of time; for the tests of this class. */
  static WorldClock over(InstantSource machine, Instant start, double rate) {
    return new WorldClock(machine, start, rate);
  }

  @Override
  public Instant instant() {
    return reading.at(machine.instant());
  }

  /**
   * What it shows some time after now.
   *
   * @throws WorldException when that is after the year 9999: the API writes years with four digits
   */
  Instant after(Duration span) {
    var now = instant();
    if (span.compareTo(Duration.between(now, LAST)) > 0) {
      throw WorldException.invalid(
          "The clock shows %s and cannot go on by %s: its last instant is %s"
              .formatted(now, span, LAST));
    }
    return now.plus(span);
  }

  /** Whether it moves by itself. */
  public boolean isRunning() {
    return reading.rate() > 0;
  }

  /** How many seconds pass for each second of the machine: 0 when frozen, 1 when real. */
  public double rate() {
    return reading.rate();
  }

  /**
   * How long the machine must wait until this clock shows an instant; forever ({@link
   * Long#MAX_VALUE} ms) when frozen. Never more than a year of this clock's time: the nanoseconds
   * to the year 9999 do not fit into a long, and who wakes early looks again.
   */
  Duration machineTimeUntil(Instant due) {
    var rate = reading.rate();
    if (rate == 0) {
      return Duration.ofMillis(Long.MAX_VALUE);
    }
    var left = Duration.between(instant(), due);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    var wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
    return Duration.ofNanos((long) (wait.toNanos() / rate));
  }

  /** The machine's time. */
  Instant machineNow() {
    return machine.instant();
  }

  /** Sets what the clock shows and how fast it runs from there. */
  void set(Instant instant, double rate) {
    requireRate(rate);
    reading = new Reading(instant, machine.instant(), rate);
  }

  /** Sets what the clock shows; it goes on at its rate from there. */
  void set(Instant instant) {
    reading = new Reading(instant, machine.instant(), reading.rate());
  }
}
