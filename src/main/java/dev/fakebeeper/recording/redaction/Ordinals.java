package dev.fakebeeper.recording.redaction;

import java.math.BigInteger;

/**
 * The numbers that the app counts messages with. Their width, order and distances matter to
 * clients, so of each width all are moved by the same distance. Short ones are the rows of a table
 * and stay; so do milliseconds of this century, because times stay. Safe for use by many threads.
 */
final class Ordinals {
  private static final int SHORTEST_MOVED = 7;
  private static final int LONGEST = 24;
  private static final long FIRST_MILLISECOND = 1_000_000_000_000L; // in 2001
  private static final long LAST_MILLISECOND = 4_102_444_800_000L; // in 2100

  private final Keyed keyed;

  Ordinals(Keyed keyed) {
    this.keyed = keyed;
  }

  static boolean isOrdinal(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(Phones::isDigit);
  }

  /** The number that stands for a number of at most 24 digits. */
  String number(String digits) {
    int width = digits.length();
    if (width < SHORTEST_MOVED || isMilliseconds(digits)) {
      return digits;
    }
    var least = BigInteger.TEN.pow(width - 5);
    var distance = least.add(keyed.number("ordinal", "width " + width, least.multiply(NINE)));
    var moved = new BigInteger(digits).add(distance).toString();
    // One in ten thousand widths would overflow: there the number stays.
    return digits.startsWith("0") || moved.length() > width ? digits : moved;
  }

  private static final BigInteger NINE = BigInteger.valueOf(9);

  private static boolean isMilliseconds(String digits) {
    if (digits.length() != 13) {
      return false;
    }
    long number = Long.parseLong(digits);
    return number >= FIRST_MILLISECOND && number < LAST_MILLISECOND;
  }
}
