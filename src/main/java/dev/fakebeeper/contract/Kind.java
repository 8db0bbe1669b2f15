package dev.fakebeeper.contract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a violation is about. The words are stable: people match on them, and each has its section
 * in the documentation.
 */
enum Kind {
  MISSING("Add it."),
  TYPE("Send a value of that type."),
  ENUM("Send one of these values, spelled like this."),
  RANGE("Send a number inside the bounds."),
  LENGTH("Send a value of that size."),
  PATTERN("Send text of that form."),
  FORMAT("Send text of that format."),
  UNIQUE("Send each item once."),
  UNKNOWN_MEMBER("Remove it, or correct its name."),
  UNKNOWN_PARAMETER("Remove it, or correct its name."),
  UNION("Send a value that fits."),
  NOT_ALLOWED("Leave it out."),
  MEDIA_TYPE("Send one of the media types of the operation."),
  MALFORMED("Correct the syntax."),
  ENCODING("Percent-encode the UTF-8 bytes of the text, each as % and two hexadecimal digits."),
  STATUS("Answer with a status that the operation declares.");

  private static final Map<String, Kind> BY_KEYWORD = new HashMap<>();

  static {
    put(MISSING, "required", "dependentRequired");
    put(TYPE, "type");
    put(ENUM, "enum", "const");
    put(RANGE, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    put(LENGTH, "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
    put(LENGTH, "contains", "minContains", "maxContains");
    put(PATTERN, "pattern");
    put(FORMAT, "format");
    put(UNIQUE, "uniqueItems");
    put(UNKNOWN_MEMBER, "additionalProperties", "unevaluatedProperties", "propertyNames");
    put(UNKNOWN_MEMBER, "unevaluatedItems", "items", "additionalItems");
    put(UNION, "oneOf", "anyOf");
  }

  private final String fix;

  Kind(String fix) {
    this.fix = fix;
  }

  private static void put(Kind kind, String... keywords) {
    for (var keyword : keywords) {
      BY_KEYWORD.put(keyword, kind);
    }
  }

  /** The kind of a failed keyword; what is not listed forbids a value (not, readOnly, false). */
  static Kind of(String keyword) {
    return BY_KEYWORD.getOrDefault(keyword, NOT_ALLOWED);
  }

  /** The stable word. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the sender of a request should do. */
  String fix() {
    return fix;
  }
}
