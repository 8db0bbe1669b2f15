package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.JsonSchemas.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a value that a schema should accept, without chance: the same schema gives the same value.
 * What a schema says with {@code not}, {@code if} or an unusual {@code pattern} is not understood;
 * the caller checks the value.
 */
final class SampleValue {
  /** How much of a schema is filled in. */
  enum Scope {
    /** Every member, as far as the schemas do not refer to themselves. */
    ALL_MEMBERS,
    /** The required members only. */
    REQUIRED_MEMBERS
  }

  private static final int MAX_DEPTH = 8;

  private final Scope scope;
  private final String forbidden;
  private final Deque<String> way = new ArrayDeque<>();

  SampleValue(Scope scope, Direction direction) {
    this.scope = scope;
    forbidden = direction == Direction.REQUEST ? "readOnly" : "writeOnly";
  }

  JsonNode of(Place schema) {
    way.push(schema.pointer());
    try {
      return value(schema);
    } finally {
      way.pop();
    }
  }

  private JsonNode value(Place schema) {
    var node = schema.node();
    for (var given : List.of(node.path("example"), node.path("examples").path(0))) {
      if (!given.isMissingNode()) {
        return given;
      }
    }
    if (node.has("const")) {
      return node.get("const");
    }
    if (node.path("enum").size() > 0) {
      return node.get("enum").get(0);
    }
    for (var keyword : List.of("oneOf", "anyOf")) {
      for (var branch : schema.child(keyword).children()) {
        if (!branch.text("type").equals("null")) {
          return merged(of(branch), schema);
        }
      }
    }
    return composed(schema);
  }

  /** The own members of a schema beside those of the branch that was chosen. */
  private JsonNode merged(JsonNode branch, Place schema) {
    if (branch instanceof ObjectNode object && schema.child("properties").exists()) {
      var all = object.deepCopy();
      addMembers(schema, all, required(schema));
      return all;
    }
    return branch;
  }

  private JsonNode composed(Place schema) {
    var parts = new ArrayList<>(schema.child("allOf").children());
    schema.reference().ifPresent(parts::add);
    if (parts.isEmpty()) {
      return byType(schema, type(schema.node()));
    }
    var all = JsonNodeFactory.instance.objectNode();
    for (var part : parts) {
      var value = of(part);
      if (!(value instanceof ObjectNode object)) {
        return value;
      }
      all.setAll(object);
    }
    addMembers(schema, all, required(schema));
    return all;
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isTextual()) {
      return type.textValue();
    }
    for (var one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    return schema.has("items") ? "array" : type.isEmpty() ? "object" : "null";
  }

  private JsonNode byType(Place schema, String type) {
    return switch (type) {
      case "boolean" -> BooleanNode.TRUE;
      case "integer", "number" -> number(schema.node(), type);
      case "string" -> JsonNodeFactory.instance.textNode(SampleText.of(schema.node()));
      case "array" -> array(schema);
      case "null" -> NullNode.getInstance();
      default -> object(schema);
    };
  }

  private static JsonNode number(JsonNode schema, String type) {
    var value = BigDecimal.ONE;
    if (schema.has("minimum")) {
      value = value.max(schema.get("minimum").decimalValue());
    }
    if (schema.has("exclusiveMinimum")) {
      value = value.max(schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE));
    }
    if (schema.has("maximum")) {
      value = value.min(schema.get("maximum").decimalValue());
    }
    if (schema.has("multipleOf")) {
      var step = schema.get("multipleOf").decimalValue();
      value = value.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
    boolean small =
        type.equals("integer") && value.abs().compareTo(BigDecimal.valueOf(1L << 30)) < 0;
    return small ? IntNode.valueOf(value.intValue()) : DecimalNode.valueOf(value);
  }

  private JsonNode array(Place schema) {
    var array = JsonNodeFactory.instance.arrayNode();
    schema.child("prefixItems").children().forEach(item -> array.add(of(item)));
    int least = schema.node().path("minItems").asInt(0);
    boolean wanted = scope == Scope.ALL_MEMBERS && schema.node().path("maxItems").asInt(1) > 0;
    int count = Math.max(least, wanted && !isDeep(schema.child("items")) ? 1 : 0);
    while (array.size() < count) {
      array.add(of(schema.child("items")));
    }
    return array;
  }

  private JsonNode object(Place schema) {
    var object = JsonNodeFactory.instance.objectNode();
    addMembers(schema, object, required(schema));
    return object;
  }

  private void addMembers(Place schema, ObjectNode object, Set<String> required) {
    for (var member : schema.child("properties").children()) {
      boolean wanted = scope == Scope.ALL_MEMBERS && !isDeep(member);
      boolean allowed = !member.follow().node().path(forbidden).asBoolean();
      if (allowed && !object.has(member.name()) && (wanted || required.contains(member.name()))) {
        object.set(member.name(), of(member));
      }
    }
  }

  /** Whether a schema is being filled in already, or stands too deep to be of use in an example. */
  private boolean isDeep(Place schema) {
    return way.size() > MAX_DEPTH * 3
        || way.contains(schema.pointer())
        || schema.reference().map(target -> way.contains(target.pointer())).orElse(false);
  }

  private static Set<String> required(Place schema) {
    var names = new HashSet<String>();
    schema.node().path("required").forEach(name -> names.add(name.asText()));
    return names;
  }
}
