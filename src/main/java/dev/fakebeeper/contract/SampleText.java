package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Makes a text that a schema of type string should accept. */
final class SampleText {
  private static final Map<String, String> BY_FORMAT =
      Map.ofEntries(
          Map.entry("date-time", "2026-01-31T09:30:00Z"),
          Map.entry("date", "2026-01-31"),
          Map.entry("time", "09:30:00Z"),
          Map.entry("duration", "PT1H"),
          Map.entry("email", "ann@example.org"),
          Map.entry("hostname", "example.org"),
          Map.entry("ipv4", "127.0.0.1"),
          Map.entry("ipv6", "::1"),
          Map.entry("uri", "http://127.0.0.1/example"),
          Map.entry("uri-reference", "/example"),
          Map.entry("uuid", "123e4567-e89b-42d3-a456-426614174000"),
          Map.entry("regex", ".*"),
          Map.entry("byte", "ZXhhbXBsZQ=="));

  /** Texts that common patterns accept; a pattern that refuses them all needs an example. */
  private static final List<String> GUESSES =
      List.of(
          "example",
          "Example",
          "EXAMPLE",
          "1",
          "0",
          "a",
          "A",
          "1.0.0",
          "example-1",
          "/example",
          "+15550000000",
          "#ffffff",
          "#example",
          "!example:example.org",
          "@ann:example.org",
          "http://127.0.0.1/example",
          "mxc://example.org/example",
          "2026-01-31",
          "2026-01-31T09:30:00Z",
          "ann@example.org");

  private SampleText() {}

  static String of(JsonNode schema) {
    var byFormat = BY_FORMAT.get(schema.path("format").asText(""));
    if (byFormat != null) {
      return byFormat;
    }
    var pattern = schema.path("pattern").asText("");
    var text = pattern.isEmpty() ? "example" : guess(pattern);
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    var padded = text.length() >= least ? text : text + "x".repeat(least - text.length());
    return padded.length() <= most ? padded : padded.substring(0, most);
  }

  private static String guess(String pattern) {
    try {
      var compiled = Pattern.compile(pattern);
      return GUESSES.stream()
          .filter(text -> compiled.matcher(text).find())
          .findFirst()
          .or(() -> digits(compiled))
          .orElse("example");
    } catch (PatternSyntaxException e) {
      return "example"; // the validator cannot use such a pattern either, so it accepts any text
    }
  }

  private static Optional<String> digits(Pattern pattern) {
    return IntStream.rangeClosed(2, 32)
        .mapToObj("1"::repeat)
        .filter(text -> pattern.matcher(text).find())
        .findFirst();
  }
}
