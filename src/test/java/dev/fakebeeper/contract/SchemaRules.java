package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A schema of the document, put into the words in which the facts speak. */
final class SchemaRules {
  static final String[] KEYWORDS = {
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "enum",
    "default"
  };

  private SchemaRules() {}

  /** The type, with {@code map} for an object that declares no members but what they hold. */
  static String typeOf(JsonNode schema) {
    for (var union : new String[] {"allOf", "anyOf", "oneOf"}) {
      if (schema.has(union)) {
        return union;
      }
    }
    var types = TypeFacts.texts(schema.path("type"));
    if (types.size() > 1) {
      types.remove("null");
    }
    if (types.contains("object") && !schema.has("properties") && isMap(schema)) {
      return "map";
    }
    return types.isEmpty() ? "any" : String.join("|", types);
  }

  static Map<String, String> of(JsonNode schema) {
    var rules = new TreeMap<String, String>();
    Stream.of(KEYWORDS)
        .filter(schema::has)
        .forEach(keyword -> rules.put(keyword, schema.path(keyword).toString()));
    if (schema.has("const")) {
      rules.put("enum", "[" + schema.path("const") + "]");
    }
    if (schema.path("deprecated").asBoolean()) {
      rules.put("deprecated", "true");
    }
    if (isFalse(schema.path("additionalProperties"))
        || isFalse(schema.path("unevaluatedProperties"))) {
      rules.put("closed", "true");
    }
    return rules;
  }

  private static boolean isMap(JsonNode schema) {
    return schema.has("additionalProperties") && !isFalse(schema.path("additionalProperties"));
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.asBoolean();
  }
}
