package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a message: names match without regard to case, values keep their order. Immutable.
 */
public final class HttpHeaders {
  private static final HttpHeaders NONE = new HttpHeaders(new Values(new TreeMap<>()));

  private final Source source;

  /**
   * Where headers stand. Most requests ask for two of a dozen, so an edge hands over what it has
   * instead of copying all. Must not change, and must be safe for use by many threads.
   */
  public interface Source {

    /** The first value of a header in any spelling, null when it is absent. */
    @Nullable String firstOrNull(String name);

    /** All values of a header in any spelling, none when it is absent. */
    List<String> all(String name);

    /** Every header, in name order. */
    Map<String, List<String>> asMap();
  }

  private record Values(TreeMap<String, List<String>> map) implements Source {

    @Override
    public @Nullable String firstOrNull(String name) {
      var list = map.get(name);
      return list == null || list.isEmpty() ? null : list.get(0);
    }

    @Override
    public List<String> all(String name) {
      return map.getOrDefault(name, List.of());
    }

    @Override
    public Map<String, List<String>> asMap() {
      return Collections.unmodifiableMap(map);
    }
  }

  private HttpHeaders(Source source) {
    this.source = source;
  }

  /** No headers. */
  public static HttpHeaders none() {
    return NONE;
  }

  /** Headers that stand elsewhere. */
  public static HttpHeaders in(Source source) {
    return new HttpHeaders(source);
  }

  /** The given headers, copied. */
  public static HttpHeaders of(Map<String, List<String>> headers) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, list) -> copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(list));
    copy.replaceAll((name, list) -> List.copyOf(list));
    return new HttpHeaders(new Values(copy));
  }

  /** These headers with one more, in place of an earlier value of that name. */
  public HttpHeaders with(String name, String value) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(source.asMap());
    copy.put(name, List.of(value));
    return new HttpHeaders(new Values(copy));
  }

  /** These headers without those of some names. */
  public HttpHeaders without(Collection<String> names) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(source.asMap());
    names.forEach(copy::remove);
    return new HttpHeaders(new Values(copy));
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(source.firstOrNull(name));
  }

  /** All values of a header, none when it is absent. */
  public List<String> all(String name) {
    return source.all(name);
  }

  /** Every header, in name order. */
  public Map<String, List<String>> asMap() {
    return source.asMap();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
