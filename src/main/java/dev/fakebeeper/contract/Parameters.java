package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one request, percent-decoded once, typed as the contract says, with its
 * defaults. Names are those of the contract, case included (header names in any case). Asking for a
 * parameter in a type that the contract does not give it is a mistake of the caller and throws
 * {@link IllegalArgumentException}. Immutable.
 */
public final class Parameters {
  private final Map<String, String> path;
  private final Map<String, JsonNode> query;
  private final Map<String, JsonNode> headers;

  Parameters(Map<String, String> path, Map<String, JsonNode> query, Map<String, JsonNode> headers) {
    this.path = path;
    this.query = query;
    this.headers = headers;
  }

  /** No parameters but these of the path. */
  public static Parameters ofPath(Map<String, String> path) {
    return new Parameters(Map.copyOf(path), Map.of(), Map.of());
  }

  /**
   * A path parameter.
   *
   * @throws IllegalArgumentException if the operation's path has none of this name
   */
  public String path(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "path parameter (%s) must be one of %s".formatted(name, path.keySet()));
    }
    return value;
  }

  /** Whether a query parameter was given or has a default; given as null it counts as absent. */
  public boolean has(String name) {
    return find(query, name).isPresent();
  }

  /** A query parameter as text; a number or a boolean in its JSON form. */
  public Optional<String> text(String name) {
    return find(query, name).map(value -> scalar(name, value).asText());
  }

  /** A query parameter as a whole number that fits 32 bits. */
  public Optional<Integer> integer(String name) {
    return find(query, name)
        .map(value -> typed(name, value, value.canConvertToInt(), "integer").intValue());
  }

  /** A query parameter as a whole number that fits 64 bits. */
  public Optional<Long> longInteger(String name) {
    return find(query, name)
        .map(value -> typed(name, value, value.canConvertToLong(), "integer").longValue());
  }

  /** A query parameter as a boolean. */
  public Optional<Boolean> bool(String name) {
    return find(query, name)
        .map(value -> typed(name, value, value.isBoolean(), "boolean").booleanValue());
  }

  /** A query parameter of format date-time as a point in time. */
  public Optional<Instant> instant(String name) {
    return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
  }

  /** An array in the query, as texts in order; empty when it is absent. */
  public List<String> list(String name) {
    return find(query, name)
        .map(value -> itemTexts(typed(name, value, value.isArray(), "array")))
        .orElse(List.of());
  }

  /** A query parameter of any type as texts: one for a single value, none when it is absent. */
  public List<String> texts(String name) {
    var value = find(query, name);
    return value.isPresent() && value.get().isValueNode()
        ? List.of(value.get().asText())
        : value.map(Parameters::itemTexts).orElse(List.of());
  }

  private static List<String> itemTexts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /** A declared header parameter as text. */
  public Optional<String> header(String name) {
    return find(headers, name).map(value -> scalar(name, value).asText());
  }

  private static Optional<JsonNode> find(Map<String, JsonNode> values, String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static JsonNode scalar(String name, JsonNode value) {
    return typed(name, value, value.isValueNode(), "single value");
  }

  private static JsonNode typed(String name, JsonNode value, boolean holds, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(
          "parameter %s (%s) is not of type %s".formatted(name, value, wanted));
    }
    return value;
  }

  @Override
  public String toString() {
    return "path %s, query %s, headers %s".formatted(path, query, headers);
  }
}
