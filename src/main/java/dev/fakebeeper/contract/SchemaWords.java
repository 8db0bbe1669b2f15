package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in words what a schema wants, short enough for one line. */
final class SchemaWords {
  private static final int MAX_VALUES = 12;
  private static final Map<String, String> FORMATS =
      Map.of(
          "date-time", " (such as 2026-01-31T09:30:00Z)",
          "date", " (such as 2026-01-31)",
          "uri", " (such as http://127.0.0.1/x)",
          "email", " (such as ann@example.org)",
          "uuid", " (such as 123e4567-e89b-12d3-a456-426614174000)");

  private SchemaWords() {}

  /** What values a schema wants. */
  static String describe(Place schema) {
    var place = schema.node().size() == 1 ? schema.follow() : schema;
    var node = place.node();
    if (node.has("const")) {
      return node.get("const").toString();
    }
    if (node.has("enum")) {
      return oneOf(node.get("enum"));
    }
    if (isComponent(place.pointer())) {
      return place.name();
    }
    return constraints(place);
  }

  private static boolean isComponent(String pointer) {
    return pointer.lastIndexOf('/') == "/components/schemas".length()
        && pointer.startsWith("/components/schemas/");
  }

  /** The constraints that a schema states itself. */
  static String constraints(Place schema) {
    var node = schema.node();
    return type(node)
        + amount(node, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
        + length(node)
        + format(node)
        + (node.has("pattern") ? " matching " + node.get("pattern").asText() : "");
  }

  /** The branches of a union. */
  static String branches(Place union) {
    var words = union.children().stream().map(SchemaWords::describe).distinct().toList();
    var quantity = union.name().equals("oneOf") ? "exactly one of: " : "one of: ";
    return quantity + limited(words);
  }

  static String oneOf(JsonNode values) {
    var words = new ArrayList<String>();
    values.forEach(
        value -> words.add(value.isTextual() ? quote(value.asText()) : value.toString()));
    return words.size() == 1 ? words.get(0) : "one of " + limited(words);
  }

  private static String limited(List<String> words) {
    return words.size() <= MAX_VALUES
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, MAX_VALUES))
            + " and "
            + (words.size() - MAX_VALUES)
            + " more";
  }

  /** A word stands bare, anything that could be misread is quoted. */
  private static String quote(String text) {
    return text.matches("[\\w.:/-]+") ? text : "\"" + text + "\"";
  }

  static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isTextual()) {
      return schema.path("nullable").asBoolean() ? type.asText() + " or null" : type.asText();
    }
    var words = new ArrayList<String>();
    type.forEach(word -> words.add(word.asText()));
    return words.isEmpty() ? "value" : String.join(" or ", words);
  }

  static String format(JsonNode schema) {
    var format = schema.path("format").asText("");
    return format.isEmpty() ? "" : " of format " + format + FORMATS.getOrDefault(format, "");
  }

  private static String length(JsonNode schema) {
    return Optional.of(amount(schema, "minLength", "maxLength", "", ""))
            .filter(words -> !words.isEmpty())
            .map(words -> " of" + words + " characters")
            .orElse("")
        + Optional.of(amount(schema, "minItems", "maxItems", "", ""))
            .filter(words -> !words.isEmpty())
            .map(words -> " of" + words + " items")
            .orElse("")
        + Optional.of(amount(schema, "minProperties", "maxProperties", "", ""))
            .filter(words -> !words.isEmpty())
            .map(words -> " of" + words + " members")
            .orElse("");
  }

  /** The bounds of a number: " 1 to 200", " at least 0", " more than 0 and less than 1". */
  private static String amount(
      JsonNode schema, String least, String most, String moreThan, String lessThan) {
    if (schema.has(least) && schema.has(most)) {
      return " " + schema.get(least).asText() + " to " + schema.get(most).asText();
    }
    var words = new ArrayList<String>();
    add(words, schema, least, "at least ");
    add(words, schema, moreThan, "more than ");
    add(words, schema, most, "at most ");
    add(words, schema, lessThan, "less than ");
    return words.isEmpty() ? "" : " " + String.join(" and ", words);
  }

  private static void add(List<String> words, JsonNode schema, String keyword, String phrase) {
    if (schema.has(keyword)) {
      words.add(phrase + schema.get(keyword).asText());
    }
  }
}
