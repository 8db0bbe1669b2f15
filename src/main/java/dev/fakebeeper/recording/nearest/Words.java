package dev.fakebeeper.recording.nearest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Values in words: short, and never a secret. */
final class Words {
  private static final int MOST = 80;
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(token|secret|password|verifier|authorization).*|(?i)code");

  private Words() {}

  /** A value of a name. */
  static String shown(String name, String value) {
    return SECRET.matcher(name).matches() ? "(secret)" : shortened(value);
  }

  static String shown(String name, JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    return SECRET.matcher(name).matches() ? "(secret)" : shortened(value.toString());
  }

  private static String shortened(String text) {
    return text.length() <= MOST
        ? text
        : "%s... (%d characters)".formatted(text.substring(0, MOST), text.length());
  }
}
