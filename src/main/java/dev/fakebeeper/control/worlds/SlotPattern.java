package dev.fakebeeper.control.worlds;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts with slots, which are names in braces. */
final class SlotPattern {
  private SlotPattern() {}

  /**
   * Puts values into slots.
   *
   * @param values gives the value for the name of a slot, null for none; then the slot stays
   */
  static String fill(String pattern, Function<String, @Nullable String> values) {
    var open = pattern.indexOf('{');
    if (open < 0) {
      return pattern;
    }
    var out = new StringBuilder(pattern.length() + 16);
    var done = 0;
    while (open >= 0) {
      var close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      var value = values.apply(pattern.substring(open + 1, close));
      out.append(pattern, done, open);
      out.append(value == null ? pattern.substring(open, close + 1) : value);
      done = close + 1;
      open = pattern.indexOf('{', done);
    }
    return out.append(pattern, done, pattern.length()).toString();
  }
}
