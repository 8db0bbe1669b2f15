package dev.fakebeeper.recording.redaction;

import java.util.regex.Pattern;

/** Finds what may be the number of a payment card. */
final class CardNumbers {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<![0-9])(?:3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}"
              + "|(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6[05][0-9]{2})(?:[ -]?[0-9]{4}){3})(?![0-9])");

  private CardNumbers() {}

  /** Whether a text has a number of the right form with a right check digit (Luhn). */
  static boolean contains(String text) {
    var found = SHAPE.matcher(text);
    while (found.find()) {
      if (isChecked(found.group().replaceAll("[ -]", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChecked(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
