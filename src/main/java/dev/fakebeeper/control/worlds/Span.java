package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A length of time as people write it: {@code 40s}, {@code 1h30m}, {@code 7d}. */
public final class Span {
  /** Longer than any chat; short enough for every sum of times. */
  private static final Duration LONGEST = Duration.ofDays(20_000);

  private Span() {}

  static Duration read(SourceNode node) {
    var text = node.asText();
    try {
      var span = parse(text);
      if (span.isNegative() || span.isZero()) {
        throw new DateTimeParseException("not positive", text, 0);
      }
      return span;
    } catch (DateTimeParseException e) {
      throw node.mistake(
          "\"" + text + "\" is no length of time",
          "It is made of days, hours, minutes and seconds in this order, more than 0 in all",
          "Write 40s, 1h30m or 7d");
    }
  }

  /**
   * The notation of {@link Duration#parse} without its frame: days first, then the clock's units.
   *
   * @throws DateTimeParseException when it is none, or longer than any chat
   */
  public static Duration parse(String text) {
    var letters = text.toUpperCase(Locale.ROOT);
    var day = letters.indexOf('D') + 1;
    var clock = letters.substring(day);
    var span =
        Duration.parse("P" + letters.substring(0, day) + (clock.isEmpty() ? "" : "T" + clock));
    if (span.abs().compareTo(LONGEST) > 0) {
      throw new DateTimeParseException("too long", text, 0);
    }
    return span;
  }
}
