package dev.fakebeeper.world.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How single values are spelled on the wire. Thread-safe. */
public final class Wire {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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

  /** An enum constant in lower case, with underscores: {@code reconnect_required}. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** An enum constant in lower case, with hyphens: {@code self-hosted}. */
  static String hyphenated(Enum<?> value) {
    return lower(value).replace('_', '-');
  }
}
