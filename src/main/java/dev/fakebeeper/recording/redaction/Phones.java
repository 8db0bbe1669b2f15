package dev.fakebeeper.recording.redaction;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives each phone number another one that nobody has: {@code +1 555 01…} is in no use. The digits
 * alone tell a number, so it is the same with and without its punctuation. Thread-safe.
 */
final class Phones {
  private static final String RESERVED = "155501";

  private final Keyed keyed;
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Phones(Keyed keyed) {
    this.keyed = keyed;
  }

  /** Whether digits are as many as those of a number with its country. */
  static boolean isLong(String digits) {
    return digits.length() >= 10
        && digits.length() <= 15
        && digits.chars().allMatch(Phones::isDigit);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** The digits that stand for the digits of a number. */
  synchronized String digits(String digits) {
    var known = given.get(digits);
    if (known != null) {
      return known;
    }
    var made = free(digits);
    given.put(digits, made);
    return made;
  }

  private String free(String digits) {
    int length = Math.max(11, digits.length()) - RESERVED.length();
    for (int attempt = 0; ; attempt++) {
      // after many numbers the shortest of them get rare: then they grow longer
      int grown = Math.min(15 - RESERVED.length(), length + attempt / 20);
      var bound = BigInteger.TEN.pow(grown);
      var number = keyed.number("phone " + attempt, digits, bound).toString();
      var made = RESERVED + "0".repeat(grown - number.length()) + number;
      if (taken.add(made)) {
        return made;
      }
    }
  }

  /** The number that stands for a number; its punctuation goes. */
  String number(String phone) {
    var digits = phone.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? phone.replaceAll("\\S", "x") : "+" + digits(digits);
  }
}
