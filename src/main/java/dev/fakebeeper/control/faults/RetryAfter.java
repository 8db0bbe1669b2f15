package dev.fakebeeper.control.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a refusal says when to come back.
 *
 * @param form the header
 * @param span how long to wait; null for as long as the limit lasts
 */
public record RetryAfter(Form form, @Nullable Duration span) {
  static final String HEADER = "Retry-After";

  /** {@code DateTimeFormatter.RFC_1123_DATE_TIME} writes one-digit days, which HTTP does not. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The header that says it. */
  public enum Form {
    /** {@code Retry-After} with whole seconds, rounded up. */
    SECONDS,
    /**
     * {@code Retry-After} with an HTTP date of the world's clock: a client compares it with its own
     * clock, so the world's should show the same time.
     */
    DATE,
    /** {@code retry-after-ms}, which the official SDKs look at first. */
    MILLISECONDS
  }

  /** Checks the span. */
  public RetryAfter {
    if (span != null) {
      Spans.requireNotNegative("span", span);
    }
  }

  Map<String, String> header(Instant now, Duration left) {
    var wait = span == null ? left : span;
    return switch (form) {
      case SECONDS -> Map.of(HEADER, Long.toString(seconds(wait)));
      case DATE -> Map.of(HEADER, HTTP_DATE.format(now.plusSeconds(seconds(wait))));
      case MILLISECONDS -> Map.of("retry-after-ms", Long.toString(wait.toMillis()));
    };
  }

  static long seconds(Duration span) {
    return span.plusNanos(999_999_999).toSeconds();
  }
}
