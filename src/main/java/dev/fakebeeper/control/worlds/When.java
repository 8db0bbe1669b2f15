package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instant as people write it: relative to the start of the world, or absolute. An immutable
 * value.
 */
public sealed interface When {

  /** The instant in a world that starts at another. */
  Instant in(Instant start);

  /** Absolute, whatever the start. */
  record Absolute(Instant instant) implements When {
    @Override
    public Instant in(Instant start) {
      return instant;
    }
  }

  /** So long after the start; before it when negative. */
  record Offset(Duration duration) implements When {
    @Override
    public Instant in(Instant start) {
      return start.plus(duration);
    }
  }

  /** At a time of day in UTC, some days after the day of the start; before it when negative. */
  record OnDay(long days, LocalTime time) implements When {
    @Override
    public Instant in(Instant start) {
      var day = start.truncatedTo(ChronoUnit.DAYS);
      return day.plus(days, ChronoUnit.DAYS).plusNanos(time.toNanoOfDay());
    }
  }

  /** {@link #read} as one function for all formats. */
  Function<SourceNode, When> READ = When::read;

  /** The start itself. */
  When START = new Offset(Duration.ZERO);

  /** Days, hour, minute and perhaps second. */
  Pattern ON_DAY = Pattern.compile("([+-]?\\d{1,5})d (\\d{1,2}):(\\d\\d)(?::(\\d\\d))?");

  /** A sign and a span. */
  Pattern OFFSET = Pattern.compile("([+-])(\\S+)");

  /**
   * Reads {@code now}, {@code -20m}, {@code -1h30m}, {@code +2d}, {@code -3d 14:05} or an instant
   * in ISO 8601.
   */
  static When read(SourceNode node) {
    var text = node.asText();
    if (text.equals("now")) {
      return START;
    }
    try {
      var onDay = ON_DAY.matcher(text);
      if (onDay.matches()) {
        return onDay(onDay);
      }
      var offset = OFFSET.matcher(text);
      if (offset.matches()) {
        var span = Span.parse(offset.group(2));
        return new Offset(offset.group(1).equals("-") ? span.negated() : span);
      }
      return new Absolute(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw node.mistake(
          "\"" + text + "\" is no time",
          "A time is relative to the start of the world, or absolute with a zone",
          "Write -20m, -1h30m, -3d 14:05 (UTC), now, or 2026-06-15T09:30:00Z");
    }
  }

  private static When onDay(Matcher parts) {
    var second = parts.group(4);
    return new OnDay(
        Long.parseLong(parts.group(1)),
        LocalTime.of(
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            second == null ? 0 : Integer.parseInt(second)));
  }
}
