package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of one JSON object in the order of the calls. A null value leaves its member
 * out, because the vendor leaves out what is unknown; {@link #nullable} is for the few members that
 * are written as null.
 */
final class Members {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode node;
  private final String schema;
  private final Shape shape;

  private Members(ObjectNode node, String schema, Shape shape) {
    this.node = node;
    this.schema = schema;
    this.shape = shape;
  }

  /** The members of a schema that has a name in the contract. */
  static Members of(String schema, Shape shape) {
    return new Members(JSON.objectNode(), schema, shape);
  }

  /** The members of an object without a schema of its own; no build drops any of them. */
  static Members inline() {
    return of("", Shape.everything());
  }

  Members text(String name, @Nullable String value) {
    return node(name, value == null ? null : JSON.textNode(value));
  }

  Members time(String name, @Nullable Instant value) {
    return text(name, value == null ? null : Wire.time(value));
  }

  Members number(String name, @Nullable Integer value) {
    return node(name, value == null ? null : JSON.numberNode(value));
  }

  Members number(String name, @Nullable Long value) {
    return node(name, value == null ? null : JSON.numberNode(value));
  }

  Members number(String name, @Nullable Double value) {
    return node(name, value == null ? null : JSON.numberNode(value));
  }

  Members flag(String name, @Nullable Boolean value) {
    return node(name, value == null ? null : JSON.booleanNode(value));
  }

  /** A flag that is only written when it is set. */
  Members mark(String name, boolean value) {
    return flag(name, value ? Boolean.TRUE : null);
  }

  /** Levels by name, in name order so that two runs give the same bytes; left out when empty. */
  Members levels(String name, Map<String, Integer> values) {
    if (values.isEmpty()) {
      return this;
    }
    var levels = JSON.objectNode();
    new TreeMap<>(values).forEach(levels::put);
    return node(name, levels);
  }

  /** Texts in order; left out when empty. */
  Members texts(String name, Collection<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    var array = JSON.arrayNode();
    values.forEach(array::add);
    return node(name, array);
  }

  /** Nodes in order; left out when empty. */
  Members nodes(String name, Collection<? extends JsonNode> values) {
    return values.isEmpty() ? this : node(name, JSON.arrayNode().addAll(values));
  }

  Members node(String name, @Nullable JsonNode value) {
    if (value != null && shape.shows(schema, name)) {
      node.set(name, value);
    }
    return this;
  }

  /** A member that is written as null when it has no value. */
  Members nullable(String name, @Nullable JsonNode value) {
    return node(name, value == null ? JSON.nullNode() : value);
  }

  ObjectNode done() {
    return node;
  }

  /** The object, or null if no member was written. */
  @Nullable ObjectNode doneUnlessEmpty() {
    return node.isEmpty() ? null : node;
  }
}
