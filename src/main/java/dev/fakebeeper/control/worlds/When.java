package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
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

  /** Two digits for the hour or one, seconds or not. */
  Pattern ON_DAY = Pattern.compile("([+-]?\\d{1,5})d (\\d?\\d:\\d\\d(?::\\d\\d)?)");

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
        var time = onDay.group(2).indexOf(':') == 1 ? "0" + onDay.group(2) : onDay.group(2);
        return new OnDay(Long.parseLong(onDay.group(1)), LocalTime.parse(time));
      }
      var offset = OFFSET.matcher(text);
      if (offset.matches()) {
        var span = Span.parse(offset.group(2));
        return new Offset(offset.group(1).equals("-") ? span.negated() : span);
      }
      return new Absolute(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw node.mistake(
          "\"" + text + "\" is no time",
          "A time is relative to the start of the world, or absolute with a zone",
          "Write -20m, -1h30m, -3d 14:05 (UTC), now, or 2026-06-15T09:30:00Z");
    }
  }
}
