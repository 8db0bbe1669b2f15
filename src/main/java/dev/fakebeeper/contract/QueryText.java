package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query string or a form body, taken apart from its raw text: {@code ?e=} and {@code ?e} give an
 * empty text, which frameworks lose; each name and value is decoded once.
 *
 * @param values the decoded values by decoded name, in order of appearance
 * @param broken the raw pairs whose percent-encoding is broken, by name (a name that is broken
 *     itself is left raw); they are not among the values
 */
public record QueryText(Map<String, List<String>> values, Map<String, String> broken) {
  private static final QueryText EMPTY = new QueryText(Map.of(), Map.of());

  /** Takes a raw text apart; null for none. */
  public static QueryText parse(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return EMPTY;
    }
    var values = new LinkedHashMap<String, List<String>>();
    var broken = new LinkedHashMap<String, String>(0);
    int start = 0;
    while (start <= raw.length()) {
      int ampersand = raw.indexOf('&', start);
      int end = ampersand < 0 ? raw.length() : ampersand;
      if (end > start) {
        add(raw.substring(start, end), values, broken);
      }
      start = end + 1;
    }
    return new QueryText(values, broken);
  }

  private static void add(
      String pair, Map<String, List<String>> values, Map<String, String> broken) {
    int equals = pair.indexOf('=');
    var rawName = equals < 0 ? pair : pair.substring(0, equals);
    var name = PercentEncoding.decodeQueryOrNull(rawName);
    var value = equals < 0 ? "" : PercentEncoding.decodeQueryOrNull(pair.substring(equals + 1));
    if (name == null || value == null) {
      broken.put(name == null ? rawName : name, pair);
    } else {
      values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }
  }
}
