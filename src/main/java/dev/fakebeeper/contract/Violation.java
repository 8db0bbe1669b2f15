package dev.fakebeeper.contract;

import org.jspecify.annotations.Nullable;

/**
 * One way a message breaks the contract, with its place.
 *
 * @param kind what was broken, as a stable word: {@code missing}, {@code type}, {@code enum},
 *     {@code range}, …
 * @param where which part of the message
 * @param pointer the JSON pointer inside a body, or the name of the parameter or header
 * @param expected the rule in words
 * @param got the offending value in words, shortened; never a secret header
 * @param document the file name of the contract document
 * @param line the line of the document that states the rule, 0 when unknown
 * @param fix what the sender should change
 */
public record Violation(
    String kind,
    Where where,
    String pointer,
    String expected,
    String got,
    String document,
    int line,
    String fix) {
  private static final int MAX_LENGTH = 80;

  /** A violation of a rule that no line of a document states. */
  public Violation(
      String kind, Where where, String pointer, String expected, String got, int line, String fix) {
    this(kind, where, pointer, expected, got, "openapi.yaml", line, fix);
  }

  /** The parts of a message that a rule can speak of. */
  public enum Where {
    PATH,
    QUERY,
    HEADER,
    REQUEST_BODY,
    STATUS,
    RESPONSE_HEADER,
    RESPONSE_BODY;

    /**
     * Whether the rule is about an answer, so that the fault lies with the fake and not with the
     * client.
     */
    public boolean isResponse() {
      return this == STATUS || this == RESPONSE_HEADER || this == RESPONSE_BODY;
    }
  }

  /** One line for people. */
  public String describe() {
    return "%s %s: expected %s, got %s (%s:%d). %s"
        .formatted(where, pointer, expected, got, document, line, fix);
  }

  static String shorten(@Nullable String text) {
    if (text == null) {
      return "nothing";
    }
    return text.length() <= MAX_LENGTH ? text : cut(text, MAX_LENGTH);
  }

  /** The beginning of a text that is too long, never half a character. */
  static String cut(String text, int length) {
    int end = length - "...".length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
