package dev.fakebeeper.control.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks a document beside its schema: which part of the schema each object of it follows. */
final class SchemaWalk {
  private final JsonNode document;

  /** The schema of each object by JSON pointer; free-named ones are left out. */
  private final Map<String, JsonNode> closed = new LinkedHashMap<>();

  /** The members that were seen, by the schema that has them. */
  private final IdentityHashMap<JsonNode, Set<String>> seen = new IdentityHashMap<>();

  SchemaWalk(JsonNode schema, JsonNode instance) {
    this.document = schema;
    walk(schema, instance, "");
  }

  Map<String, JsonNode> closedObjects() {
    return closed;
  }

  /** The members of an object of the schema that the document never uses. */
  List<String> unused() {
    var all = new ArrayList<String>();
    seen.forEach(
        (schema, names) -> {
          var missing = names(schema);
          missing.removeAll(names);
          missing.forEach(name -> all.add(name + " in " + names(schema)));
        });
    return all;
  }

  static Set<String> names(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void walk(JsonNode schema, JsonNode instance, String pointer) {
    var meant = meant(schema, instance);
    if (meant == null) {
      return;
    }
    if (instance.isArray()) {
      for (var i = 0; i < instance.size(); i++) {
        walk(meant.path("items"), instance.get(i), pointer + "/" + i);
      }
    } else if (instance.isObject()) {
      object(meant, instance, pointer);
    }
  }

  private void object(JsonNode schema, JsonNode instance, String pointer) {
    if (isClosed(schema)) {
      closed.put(pointer, schema);
    }
    instance.forEachEntry(
        (name, value) -> {
          var inner = schema.path("additionalProperties");
          if (isClosed(schema)) {
            seen.computeIfAbsent(schema, key -> new TreeSet<>()).add(name);
            inner = schema.path("properties").path(name);
          }
          walk(inner, value, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
        });
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.has("properties") || schema.path("additionalProperties").isBoolean();
  }

  /** The alternative that an instance follows, or null. */
  private JsonNode meant(JsonNode schema, JsonNode instance) {
    if (schema.has("$ref")) {
      return meant(document.at(schema.path("$ref").asText().substring(1)), instance);
    }
    if (schema.has("anyOf") && !schema.has("properties")) {
      for (var one : schema.path("anyOf")) {
        var meant = meant(one, instance);
        if (meant != null && fits(meant, instance)) {
          return meant;
        }
      }
      return null;
    }
    return schema;
  }

  private static boolean fits(JsonNode schema, JsonNode instance) {
    var type = schema.path("type").asText();
    if (!instance.isObject()) {
      return instance.isArray() == type.equals("array") && !type.equals("object");
    }
    var given = new TreeSet<String>();
    instance.fieldNames().forEachRemaining(given::add);
    return type.equals("object") && (!isClosed(schema) || names(schema).containsAll(given));
  }
}
