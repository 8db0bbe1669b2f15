package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a message: names match without regard to case, values keep their order. Immutable.
 */
public final class HttpHeaders {
  private static final HttpHeaders NONE = new HttpHeaders(new TreeMap<>());

  private final Map<String, List<String>> values;

  private HttpHeaders(Map<String, List<String>> values) {
    this.values = values;
  }

  /** No headers. */
  public static HttpHeaders none() {
    return NONE;
  }

  /** The given headers, copied. */
  public static HttpHeaders of(Map<String, List<String>> headers) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, list) -> copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(list));
    copy.replaceAll((name, list) -> List.copyOf(list));
    return new HttpHeaders(copy);
  }

  /** These headers with one more, in place of an earlier value of that name. */
  public HttpHeaders with(String name, String value) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    copy.put(name, List.of(value));
    return new HttpHeaders(copy);
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    var list = values.get(name);
    return list == null || list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
  }

  /** All values of a header, none when it is absent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Every header, in name order. */
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
