package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rewrites queries and form bodies, pair by pair and in order. */
final class Pairs {
  private Pairs() {}

  /** The text with other pairs; a pair whose percent-encoding is broken goes. */
  static String rewritten(String raw, UnaryOperator<Map.Entry<String, String>> change) {
    var pairs = new ArrayList<String>();
    for (var pair : raw.split("&", -1)) {
      var value = pair.indexOf('=') < 0 ? "" : "=";
      for (var entry : QueryText.parse(pair).values().entrySet()) {
        var made = change.apply(Map.entry(entry.getKey(), first(entry.getValue())));
        var suffix = value.isEmpty() ? "" : value + Urls.encoded(made.getValue());
        pairs.add(Urls.encoded(made.getKey()) + suffix);
      }
    }
    return String.join("&", pairs);
  }

  private static String first(List<String> values) {
    return values.get(0);
  }

  /** A text without its percent-encoding, as in a path; a broken one only loses the signs. */
  static String decoded(String raw) {
    var pair = "x=" + raw.replace("+", "%2B").replace("&", "%26");
    return QueryText.parse(pair).values().values().stream()
        .map(Pairs::first)
        .findFirst()
        .orElseGet(() -> raw.replace("%", ""));
  }
}
