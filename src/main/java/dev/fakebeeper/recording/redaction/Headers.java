package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.TextKind;
import dev.fakebeeper.contract.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lets through the headers that a client or a server may depend on, as far as their values have the
 * form that they should have. All others go. Safe for use by many threads.
 */
final class Headers {
  private static final String DATE =
      "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT";
  private static final Set<String> CODINGS =
      Set.of("gzip", "deflate", "br", "zstd", "identity", "*");
  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();
  private static final TextRule IDENTIFIER = new TextRule(TextKind.IDENTIFIER, Set.of());
  private static final TextRule VERSION = new TextRule(TextKind.VERSION, Set.of());

  static {
    form("Range", "bytes=[0-9]{0,15}-[0-9]{0,15}(, ?[0-9]{0,15}-[0-9]{0,15}){0,9}");
    form("Content-Range", "bytes ([0-9]{1,15}-[0-9]{1,15}|\\*)/([0-9]{1,15}|\\*)");
    form("Accept-Ranges", "bytes|none");
    form("If-Modified-Since", DATE);
    form("If-Unmodified-Since", DATE);
    form("Last-Modified", DATE);
    form("Expires", DATE + "|0|-1");
    form("Retry-After", "[0-9]{1,6}|" + DATE);
    form("Retry-After-Ms", "[0-9]{1,9}");
    form("X-Should-Retry", "true|false");
    form("X-Stainless-Retry-Count", "[0-9]{1,3}");
    form("Cache-Control", "(?:" + cacheWords() + ")(?:, ?(?:" + cacheWords() + ")){0,5}");
    form("Pragma", "no-cache");
    form("Allow", "[A-Z]{3,7}(, ?[A-Z]{3,7}){0,8}");
    form("Access-Control-Allow-Methods", "[A-Z]{3,7}(, ?[A-Z]{3,7}){0,8}|\\*");
    form("Access-Control-Request-Method", "[A-Z]{3,7}");
    form("Upgrade", "(?i)websocket");
  }

  private final Pseudonyms pseudonyms;
  private final Tally tally;
  private final Map<String, UnaryOperator<String>> changed;

  Headers(Pseudonyms pseudonyms, Tally tally) {
    this.pseudonyms = pseudonyms;
    this.tally = tally;
    changed =
        Map.ofEntries(
            Map.entry("accept", MediaTypes::knownAll),
            Map.entry("content-type", Headers::contentType),
            Map.entry("accept-encoding", Headers::codings),
            Map.entry("content-encoding", Headers::codings),
            Map.entry("authorization", this::authorization),
            Map.entry("x-beeper-access-token", pseudonyms::token),
            Map.entry("www-authenticate", Headers::challenge),
            Map.entry("x-beeper-desktop-version", value -> pseudonyms.text(VERSION, value)),
            Map.entry("etag", this::tag),
            Map.entry("if-none-match", this::tag),
            Map.entry("if-match", this::tag),
            Map.entry("if-range", this::tag),
            Map.entry("location", pseudonyms::url),
            Map.entry("origin", this::origin),
            Map.entry("access-control-allow-origin", this::origin),
            Map.entry("content-disposition", this::disposition));
  }

  private static void form(String name, String pattern) {
    FORMS.put(name.toLowerCase(Locale.ROOT), Pattern.compile(pattern));
  }

  private static String cacheWords() {
    return "no-cache|no-store|no-transform|private|public|must-revalidate|immutable|max-age=[0-9]{1,9}";
  }

  /** The headers that stay. Their names stay as they are spelled. */
  HttpHeaders redacted(HttpHeaders headers) {
    var kept = new LinkedHashMap<String, List<String>>();
    headers
        .asMap()
        .forEach(
            (name, values) -> {
              var left = new ArrayList<String>();
              values.forEach(value -> add(name.toLowerCase(Locale.ROOT), value, left));
              if (!left.isEmpty()) {
                kept.put(name, left);
              }
            });
    return HttpHeaders.of(kept);
  }

  private void add(String name, String value, List<String> left) {
    var form = FORMS.get(name);
    var change = changed.get(name);
    if (change != null) {
      left.add(pseudonyms.scrubbed(change.apply(value)));
    } else if (form != null && form.matcher(value).matches()) {
      left.add(value);
    } else {
      pseudonyms.hidden(value);
      tally.header();
    }
  }

  private static String contentType(String value) {
    var known = MediaTypes.known(value);
    return known.equals("multipart/form-data") ? known + "; boundary=redacted" : known;
  }

  private static String codings(String value) {
    var kept = new ArrayList<String>();
    for (var coding : value.split("\\s*,\\s*", -1)) {
      var word = coding.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
      if (CODINGS.contains(word)) {
        kept.add(word);
      }
    }
    return String.join(", ", kept);
  }

  /** The scheme counts, and whether two requests have the same token. */
  private String authorization(String value) {
    int space = value.indexOf(' ');
    var scheme = value.substring(0, Math.max(0, space)).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "bearer" -> "Bearer " + pseudonyms.token(value.substring(space + 1).strip());
      case "basic" -> "Basic " + pseudonyms.token(value.substring(space + 1).strip());
      default -> pseudonyms.token(value);
    };
  }

  private static String challenge(String value) {
    return value.toLowerCase(Locale.ROOT).startsWith("bearer") ? "Bearer" : "Basic";
  }

  private String tag(String value) {
    return value.equals("*") ? value : pseudonyms.text(IDENTIFIER, value);
  }

  private String origin(String value) {
    return value.equals("*") || value.equals("null") ? value : pseudonyms.url(value);
  }

  private String disposition(String value) {
    var kind = value.toLowerCase(Locale.ROOT).startsWith("inline") ? "inline" : "attachment";
    int name = value.toLowerCase(Locale.ROOT).indexOf("filename");
    return name < 0
        ? kind
        : kind + "; filename=\"" + pseudonyms.file(value.substring(name).replace("\"", "")) + "\"";
  }
}
