package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Span;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads lengths of time: ISO 8601 ({@code PT40S}) as the control API, or short ({@code 40s}). */
public final class Length {
  private Length() {}

  /** The length of time that a text tells; zero or more. */
  public static Duration read(SourceNode node) {
    var text = node.asText();
    try {
      var length = text.startsWith("P") ? Duration.parse(text) : Span.parse(text);
      if (!length.isNegative()) {
        return length;
      }
    } catch (DateTimeParseException e) {
      throw refusal(node, text);
    }
    throw refusal(node, text);
  }

  private static RuntimeException refusal(SourceNode node, String text) {
    return node.mistake(
        "\"" + text + "\" is no length of time",
        "It is zero or more, in ISO 8601 or short",
        "Write PT40S, 40s or 1h30m");
  }
}
