package dev.fakebeeper.control.faults;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a fault is at work, on the world's clock.
 *
 * @param from its beginning, included
 * @param to its end, not included
 */
public record Window(Bound from, Bound to) {
  /** No limit at all. */
  static final Window ALWAYS = new Window(new Open(), new Open());

  /** One end of a window. */
  public sealed interface Bound {
    /** The instant it means for a fault that was planned at another; {@code otherwise} for none. */
    Instant at(Instant planned, Instant otherwise);
  }

  /** No limit on this side. */
  record Open() implements Bound {
    @Override
    public Instant at(Instant planned, Instant otherwise) {
      return otherwise;
    }
  }

  /** So long after the fault was planned. */
  record Since(Duration span) implements Bound {
    /** Checks the span. */
    public Since {
      Spans.requireNotNegative("span", span);
    }

    @Override
    public Instant at(Instant planned, Instant otherwise) {
      return planned.plus(span);
    }

    @Override
    public String toString() {
      return span.toString();
    }
  }

  /** An instant. */
  record At(Instant instant) implements Bound {
    @Override
    public Instant at(Instant planned, Instant otherwise) {
      return instant;
    }

    @Override
    public String toString() {
      return instant.toString();
    }
  }

  /** Checks that it does not end before it begins, as far as that can be said now. */
  public Window {
    var start = from.at(Instant.EPOCH, Instant.MIN);
    var end = to.at(Instant.EPOCH, Instant.MAX);
    if (from.getClass() == to.getClass() && !start.isBefore(end)) {
      throw new IllegalArgumentException(
          "window (" + from + " to " + to + ") must end after it begins");
    }
  }

  /** Whether an instant of the world's clock is in it. */
  boolean has(Instant now, Instant planned) {
    return !now.isBefore(from.at(planned, Instant.MIN))
        && now.isBefore(to.at(planned, Instant.MAX));
  }

  /** In words, empty when there is no limit. */
  String describe() {
    var start = from instanceof Open ? "" : " from " + from;
    var end = to instanceof Open ? "" : " to " + to;
    return start + end;
  }
}
