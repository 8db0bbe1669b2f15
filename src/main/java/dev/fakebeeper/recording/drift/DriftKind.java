package dev.fakebeeper.recording.drift;

import dev.fakebeeper.contract.Difference;
import java.util.Locale;
import java.util.Map;

/** What can differ. The words are stable. */
public enum DriftKind {
  /** A member that the contract does not name. */
  UNKNOWN_FIELD,
  /** A member or header that the contract demands is not there. */
  MISSING_FIELD,
  /** A value of another type than the contract says. */
  WRONG_TYPE,
  /** A value that an enumeration does not list. */
  UNKNOWN_VALUE,
  /** A status that the operation does not declare. */
  UNDOCUMENTED_STATUS,
  /** A media type that the answer does not declare. */
  UNDOCUMENTED_MEDIA_TYPE,
  /** A method and path that no operation has. */
  UNKNOWN_ROUTE,
  /** A frame of a type that the contract does not name. */
  UNKNOWN_FRAME,
  /** Any other rule: a form, a length, a range. */
  BROKEN_RULE;

  private static final Map<String, DriftKind> BY_VIOLATION =
      Map.of(
          "unknown-member", UNKNOWN_FIELD,
          "unknown-parameter", UNKNOWN_FIELD,
          "missing", MISSING_FIELD,
          "type", WRONG_TYPE,
          "union", WRONG_TYPE,
          "enum", UNKNOWN_VALUE,
          "status", UNDOCUMENTED_STATUS,
          "media-type", UNDOCUMENTED_MEDIA_TYPE);

  static DriftKind of(Difference difference) {
    return BY_VIOLATION.getOrDefault(difference.violation().kind(), BROKEN_RULE);
  }

  /** Whether it is about status and headers, which tell of nobody. */
  boolean isOfHead() {
    return this == UNDOCUMENTED_STATUS || this == UNDOCUMENTED_MEDIA_TYPE;
  }

  /** The stable word, such as {@code unknown-field}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people, such as {@code unknown field}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
