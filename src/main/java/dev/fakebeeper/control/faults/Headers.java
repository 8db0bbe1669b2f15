package dev.fakebeeper.control.faults;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Headers that somebody wants on an answer: names without regard to case, checked once. */
final class Headers {
  private static final Set<String> OF_THE_BODY =
      Set.of("content-length", "content-type", "transfer-encoding");

  private Headers() {}

  static Map<String, String> copy(Map<String, String> headers) {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    copy.keySet().forEach(Headers::require);
    copy.forEach(Headers::requireValue);
    return Collections.unmodifiableMap(copy);
  }

  static Set<String> copy(Collection<String> names) {
    var copy = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    copy.addAll(names);
    copy.forEach(Headers::require);
    return Collections.unmodifiableSet(copy);
  }

  private static void require(String name) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "header (" + name + ") must be a name of letters, digits and hyphens");
    }
    if (OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "header ("
              + name
              + ") must not be one that follows from the body; an effect on the body changes it");
    }
  }

  private static void requireValue(String name, String value) {
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
      throw new IllegalArgumentException(
          "header " + name + " (" + value + ") must be one line of printable ASCII");
    }
  }
}
