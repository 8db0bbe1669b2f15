package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.fakebeeper.contract.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One JSON path over bodies and frames. Loads its library with the first path. Thread-safe. */
final class JsonPaths {
  private static final Configuration ON_TREES =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(Json.mapper()))
          .mappingProvider(new JacksonMappingProvider(Json.mapper()))
          .build();

  /** Numbers are compared by value: 1 is 1.0, and a small long is an int. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? number(one).compareTo(number(other))
              : one.equals(other) ? 0 : 1;

  private final JsonPath path;

  /**
   * A path.
   *
   * @throws IllegalArgumentException if it is none
   */
  JsonPaths(String text) {
    try {
      path = JsonPath.compile(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "path (%s) must be a JSON path such as $.text or $.attachment.id: %s"
              .formatted(text, e.getMessage()),
          e);
    }
  }

  private static BigDecimal number(JsonNode node) {
    return node.decimalValue();
  }

  static JsonNode value(Object value) {
    return value instanceof JsonNode tree ? tree : Json.mapper().valueToTree(value);
  }

  /** What the path leads to: one value, several for a path with wildcards, none. */
  List<JsonNode> read(JsonNode body) {
    if (body.isMissingNode()) {
      return List.of();
    }
    try {
      var found = value(path.read(body, ON_TREES)); // a function such as length() gives no tree
      if (path.isDefinite()) {
        return List.of(found);
      }
      var all = new ArrayList<JsonNode>();
      found.forEach(all::add);
      return all;
    } catch (JsonPathException e) {
      return List.of(); // the path leads nowhere in this body
    }
  }

  /** Whether the path leads to the value, among others perhaps. */
  boolean leadsTo(JsonNode body, JsonNode value) {
    return read(body).stream().anyMatch(found -> found.equals(BY_VALUE, value));
  }
}
