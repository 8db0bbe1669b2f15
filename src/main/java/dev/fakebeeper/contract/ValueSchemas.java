package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas that speak about one value: those stated for it, all that they refer to, and of a
 * union the branches that the value fits. Members that only a {@code patternProperties} describes
 * are taken for undescribed. Not safe for use by many threads.
 */
final class ValueSchemas {
  private static final List<String> TEXT_RULES = List.of("enum", "const", "format", "pattern");
  private static final List<String> CLOSING =
      List.of("additionalProperties", "unevaluatedProperties");

  private final CompiledSchemas rules;
  private final List<Place> stated;
  private final JsonNode value;
  private final Map<String, Place> all = new LinkedHashMap<>();

  ValueSchemas(List<Place> stated, JsonNode value, CompiledSchemas rules) {
    this.stated = stated;
    this.value = value;
    this.rules = rules;
    stated.forEach(this::collect);
  }

  private void collect(Place schema) {
    if (!schema.node().isObject() || all.putIfAbsent(schema.pointer(), schema) != null) {
      return;
    }
    schema.reference().ifPresent(this::collect);
    schema.child("allOf").children().forEach(this::collect);
    for (var union : List.of("oneOf", "anyOf")) {
      schema.child(union).children().stream().filter(this::isKept).forEach(this::collect);
    }
    if (schema.child("if").exists()) {
      collect(schema.child(isKept(schema.child("if")) ? "then" : "else"));
    }
    schema.child("dependentSchemas").children().stream()
        .filter(dependent -> value.has(dependent.name()))
        .forEach(this::collect);
  }

  private boolean isKept(Place schema) {
    return rules.response(schema).isValid(value);
  }

  /** Whether the document describes the value at all, and would take another in its place. */
  boolean allow(JsonNode other) {
    return !stated.isEmpty()
        && stated.stream().allMatch(schema -> rules.response(schema).isValid(other));
  }

  /** Whether anything is said about the value. */
  boolean isDescribed() {
    return !all.isEmpty();
  }

  /** The members that must be there. */
  Set<String> required() {
    var names = new LinkedHashSet<String>();
    for (var schema : all.values()) {
      schema.node().path("required").forEach(name -> names.add(name.asText()));
      for (var dependent : schema.child("dependentRequired").children()) {
        if (value.has(dependent.name())) {
          dependent.node().forEach(name -> names.add(name.asText()));
        }
      }
    }
    return names;
  }

  /** The members that the document names. */
  Set<String> declared() {
    var names = new LinkedHashSet<String>();
    all.values()
        .forEach(schema -> schema.child("properties").children().forEach(p -> names.add(p.name())));
    return names;
  }

  /**
   * Whether members that the document does not name are forbidden, or are of a kind of their own.
   */
  boolean restrictsOthers() {
    return all.values().stream()
        .flatMap(schema -> CLOSING.stream().map(schema::child))
        .anyMatch(others -> others.exists() && !others.node().asBoolean());
  }

  /** What is stated about a member. */
  List<Place> ofMember(String name) {
    var named = new ArrayList<Place>();
    var others = new ArrayList<Place>();
    for (var schema : all.values()) {
      var property = schema.child("properties").child(name);
      if (property.exists()) {
        named.add(property);
      } else {
        CLOSING.stream()
            .map(schema::child)
            .filter(other -> other.node().isObject())
            .forEach(others::add);
      }
    }
    return named.isEmpty() ? others : named;
  }

  /** What is stated about an item. */
  List<Place> ofItem(int index) {
    return all.values().stream().flatMap(schema -> schema.item(index).stream()).toList();
  }

  /** The values that the document lists, none when it lists none. A constant is a list of one. */
  List<JsonNode> listed() {
    var values = new ArrayList<JsonNode>();
    for (var schema : all.values()) {
      schema.node().path("enum").forEach(values::add);
      if (schema.node().has("const")) {
        values.add(schema.node().get("const"));
      }
    }
    return values;
  }

  /** Whether the value is one of a set that the document declares open. */
  boolean isOfOpenSet() {
    return all.values().stream().anyMatch(s -> s.node().path("x-fake-open-set").asBoolean());
  }

  /** Whether nothing but a length is said about the text. */
  boolean isFreeText() {
    return !isOfOpenSet()
        && all.values().stream().noneMatch(s -> TEXT_RULES.stream().anyMatch(s.node()::has));
  }

  /** How many characters the text may have. */
  int maxLength() {
    return all.values().stream()
        .mapToInt(schema -> schema.node().path("maxLength").asInt(Integer.MAX_VALUE))
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
