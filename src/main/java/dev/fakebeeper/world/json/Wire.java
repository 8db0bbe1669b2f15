package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How single values are spelled on the wire. Thread-safe. */
public final class Wire {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private Wire() {}

  /**
   * An instant as the vendor writes it: ISO 8601 in UTC, always three digits of milliseconds (the
   * form in all examples).
   */
  public static String time(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  /** A sort key as the vendor writes it since early 2026: decimal text of varying width. */
  public static String sortKey(long key) {
    return Long.toString(key);
  }

  /**
   * The sort key that a JSON value is: decimal text or, in early builds of 2026, a number. Empty
   * for any other.
   */
  public static OptionalLong sortKey(JsonNode value) {
    if (value.isIntegralNumber()) {
      return OptionalLong.of(value.longValue());
    }
    return DIGITS.matcher(value.asText()).matches()
        ? OptionalLong.of(Long.parseLong(value.asText()))
        : OptionalLong.empty();
  }

  /** An enum constant in lower case, with underscores: {@code reconnect_required}. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** An enum constant in lower case, with hyphens: {@code self-hosted}. */
  static String hyphenated(Enum<?> value) {
    return lower(value).replace('_', '-');
  }
}
