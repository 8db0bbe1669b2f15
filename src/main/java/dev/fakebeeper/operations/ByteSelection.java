package dev.fakebeeper.operations;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Range} header selects of so many bytes (RFC 9110, section 14).
 *
 * <p>Where the RFC leaves a choice: a malformed range is refused like one that lies outside, since
 * the sources say only that a bad range is refused; several ranges at once are ignored, as most
 * servers do (assumed); so is a unit other than bytes, as the RFC demands.
 */
sealed interface ByteSelection {

  /** All bytes: nothing was asked for, or nothing that is understood. */
  record Whole() implements ByteSelection {}

  /** From one byte to another, both included, counted from 0. */
  record Part(long first, long last) implements ByteSelection {
    long length() {
      return last - first + 1;
    }
  }

  /** Nothing that exists. */
  record Unsatisfiable() implements ByteSelection {}

  /** The syntax of one range. */
  Pattern RANGE = Pattern.compile("\\s*(?<first>\\d*)\\s*-\\s*(?<last>\\d*)\\s*");

  /** What a header value selects. */
  static ByteSelection of(String header, long length) {
    var equals = header.indexOf('=');
    var unit = equals < 0 ? "" : header.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    if (!unit.equals("bytes") || header.indexOf(',') >= 0) {
      return new Whole();
    }
    var range = RANGE.matcher(header.substring(equals + 1));
    return range.matches() ? select(range, length) : new Unsatisfiable();
  }

  private static ByteSelection select(Matcher range, long length) {
    var first = range.group("first");
    var last = range.group("last");
    if (first.isEmpty()) {
      return last.isEmpty() || number(last) == 0
          ? new Unsatisfiable()
          : part(Math.max(0, length - number(last)), length - 1, length);
    }
    var end = last.isEmpty() ? Long.MAX_VALUE : number(last);
    return part(number(first), end, length);
  }

  private static ByteSelection part(long first, long last, long length) {
    return first >= length || last < first
        ? new Unsatisfiable()
        : new Part(first, Math.min(last, length - 1));
  }

  /** A number too large for any file counts as the largest there is. */
  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
