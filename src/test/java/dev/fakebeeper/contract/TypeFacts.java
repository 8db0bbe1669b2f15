package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Compares one typed thing of a sheet (schema, field, parameter, element) with its schema. */
final class TypeFacts {
  private final FactSheets sheets;
  private final DocumentView document;
  private final Facts facts;

  TypeFacts(FactSheets sheets, DocumentView document, Facts facts) {
    this.sheets = sheets;
    this.document = document;
    this.facts = facts;
  }

  /** Compares type, null, every rule of either side, and then what is inside. */
  void compare(String where, JsonNode known, JsonNode schema) {
    var type = FactType.of(known);
    if (type.isReference()) {
      reference(where, type, schema);
    } else {
      inline(where, type, document.effective(schema));
    }
  }

  private void reference(String where, FactType type, JsonNode schema) {
    var name = sheets.documentName(type.name());
    var passed = document.referenced(schema);
    facts.check(where + ": type", name, passed.contains(name) ? name : passed);
    var nullable = type.nullable() || sheets.isNullable(type.name());
    facts.check(where + ": null", nullable, allowsNull(document.effective(schema)));
    rules(where, type, schema);
  }

  private void inline(String where, FactType type, JsonNode schema) {
    facts.check(where + ": type", type.name(), SchemaRules.typeOf(schema));
    if (!type.name().equals("any") && !type.name().equals("null")) {
      facts.check(where + ": null", type.nullable(), allowsNull(schema));
    }
    rules(where, type, schema);
    switch (type.name()) {
      case "array" -> compare(where + "[]", type.node().path("items"), schema.path("items"));
      case "map" -> values(where, type.node().path("values"), schema);
      case "object" -> members(where, type.node().path("fields"), schema);
      case "allOf", "anyOf", "oneOf" -> branches(where, type, schema);
      default -> {}
    }
  }

  /** Rules that either side has, so that one too many in the document is seen as well. */
  private void rules(String where, FactType type, JsonNode schema) {
    var expected = type.rules();
    var actual = SchemaRules.of(schema);
    if (type.hasUnpublishedText()) {
      actual.remove("enum");
    }
    var keywords = new TreeSet<>(expected.keySet());
    keywords.addAll(actual.keySet());
    for (var keyword : keywords) {
      facts.check(
          where + ": " + keyword,
          expected.getOrDefault(keyword, "none"),
          actual.getOrDefault(keyword, "none"));
    }
    discriminator(where, type.node().path("discriminator"), schema.path("discriminator"));
  }

  private void discriminator(String where, JsonNode known, JsonNode actual) {
    if (!known.isObject()) {
      return;
    }
    var expected = new TreeMap<String, String>();
    for (var entry : known.path("mapping").properties()) {
      var name = sheets.documentName(entry.getValue().asText());
      expected.put(entry.getKey(), "#/components/schemas/" + name);
    }
    var mapping = new TreeMap<String, String>();
    actual
        .path("mapping")
        .properties()
        .forEach(e -> mapping.put(e.getKey(), e.getValue().asText()));
    facts.check(
        where + ": tag", known.path("propertyName").asText(), actual.path("propertyName").asText());
    facts.check(where + ": tags", expected, mapping);
  }

  private void values(String where, JsonNode values, JsonNode schema) {
    var actual = schema.path("additionalProperties");
    if (values.asText().equals("any")) {
      facts.check(where + "{}: type", "any", actual.isBoolean() ? "any" : actual);
    } else {
      compare(where + "{}", values, actual);
    }
  }

  private void members(String where, JsonNode fields, JsonNode schema) {
    var properties = schema.path("properties");
    var required = texts(schema.path("required"));
    var expected = new TreeSet<String>();
    for (var field : fields) {
      var name = field.path("name").asText();
      expected.add(name);
      if (properties.has(name)) {
        var demanded = field.path("requiredInB").asBoolean(field.path("required").asBoolean());
        facts.check(where + "." + name + ": required", demanded, required.contains(name));
        compare(where + "." + name, field, properties.path(name));
      }
    }
    var actual = new TreeSet<String>();
    properties.fieldNames().forEachRemaining(actual::add);
    facts.check(where + ": members", expected, actual);
    required.removeAll(actual);
    facts.check(where + ": required but no member", "[]", required);
  }

  private void branches(String where, FactType type, JsonNode schema) {
    var expected = type.branches();
    var actual = schema.path(type.name());
    facts.check(where + ": branches", expected.size(), actual.size());
    IntStream.range(0, Math.min(expected.size(), actual.size()))
        .forEach(i -> compare(where + "/" + i, expected.get(i), actual.get(i)));
  }

  private boolean allowsNull(JsonNode schema) {
    if (schema.has("type")) {
      return texts(schema.path("type")).contains("null");
    }
    for (var keyword : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(keyword)) {
        return StreamSupport.stream(schema.path(keyword).spliterator(), false)
            .anyMatch(branch -> allowsNull(document.effective(branch)));
      }
    }
    return !schema.has("allOf");
  }

  /** The texts of an array, or the one text. */
  static SortedSet<String> texts(JsonNode node) {
    var texts = new TreeSet<String>();
    Iterable<JsonNode> nodes = node instanceof TextNode ? Collections.singleton(node) : node;
    nodes.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
