package dev.fakebeeper.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For one operation: requests that are good but for one thing. */
final class BrokenRequests {
  private final Document document;
  private final Document.Place operation;
  private final List<Broken> all = new ArrayList<>();

  /**
   * A request with one mistake.
   *
   * @param mistake in words, for the message of a failing test
   * @param contentType null for none
   * @param body null for none
   */
  record Broken(String mistake, String method, String target, String contentType, String body) {}

  private BrokenRequests(Document document, Document.Place operation) {
    this.document = document;
    this.operation = operation;
  }

  static List<Broken> of(Document document, Document.Place operation) {
    var requests = new BrokenRequests(document, operation);
    requests.breakPath();
    requests.breakQuery();
    requests.breakBody();
    return requests.all;
  }

  private void breakPath() {
    if (operation.path().contains("{")) {
      var target = operation.path().replaceFirst("\\{[^}]+}", "%zz").replaceAll("\\{[^}]+}", "x");
      add("broken percent-encoding", target + query(goodQuery()), goodBody());
    }
  }

  private void breakQuery() {
    for (var parameter : operation.parameters()) {
      if (!parameter.path("in").asText().equals("query")) {
        continue;
      }
      var name = parameter.path("name").asText();
      var schema = document.follow(parameter.path("schema"));
      if (parameter.path("required").asBoolean()) {
        var without = goodQuery();
        without.remove(name);
        add("without the parameter " + name, path() + query(without), goodBody());
      }
      for (var value : wrongTexts(schema)) {
        var query = goodQuery();
        query.put(name, value);
        add("the parameter " + name + " = " + value, path() + query(query), goodBody());
      }
    }
  }

  /** Texts that break a schema of a parameter, each in one way. */
  private List<String> wrongTexts(JsonNode schema) {
    var wrong = new ArrayList<String>();
    if (schema.path("type").asText().equals("array")) {
      return wrongTexts(document.follow(schema.path("items")));
    }
    if (schema.has("enum")) {
      wrong.add("no-such-value");
    }
    var type = schema.path("type").toString();
    if (type.contains("integer")) {
      wrong.add("abc");
      wrong.add("1.5");
    }
    if (type.contains("boolean")) {
      wrong.add("maybe");
    }
    for (var least : List.of("minimum", "exclusiveMinimum")) {
      if (schema.has(least)) {
        wrong.add(String.valueOf(schema.path(least).asLong() - 1));
      }
    }
    if (schema.has("maximum")) {
      wrong.add(String.valueOf(schema.path("maximum").asLong() + 1));
    }
    if (schema.path("minLength").asInt() > 0) {
      wrong.add("");
    }
    if (schema.path("format").asText().equals("date-time")) {
      wrong.add("2026-06-15T09:30:00"); // no zone
      wrong.add("yesterday");
    }
    return wrong;
  }

  private void breakBody() {
    var schema = document.bodySchema(operation);
    if (schema.isMissingNode()) {
      return;
    }
    add("a body that is not JSON", path() + query(goodQuery()), "{");
    add("a body after the body", path() + query(goodQuery()), goodBody() + "]");
    add("a body of the wrong type", path() + query(goodQuery()), "[1]");
    all.add(
        new Broken(
            "a body of the wrong media type",
            operation.method(),
            path() + query(goodQuery()),
            "text/plain",
            goodBody()));
    if (document.bodyExample(operation) instanceof ObjectNode example) {
      breakMembers(schema, example, "", broken -> broken);
    }
  }

  private interface Around {
    JsonNode put(JsonNode inner);
  }

  private void breakMembers(JsonNode schema, ObjectNode example, String where, Around around) {
    for (var name : document.required(schema)) {
      var broken = example.deepCopy();
      broken.remove(name);
      addBody("without the member " + where + name, around.put(broken));
    }
    document
        .properties(schema)
        .forEach((name, property) -> breakMember(example, where, name, property, around));
  }

  private void breakMember(
      ObjectNode example, String where, String name, JsonNode property, Around around) {
    var schema = document.follow(property);
    for (var value : wrongValues(schema)) {
      var broken = example.deepCopy();
      broken.set(name, value);
      addBody("the member " + where + name + " = " + value, around.put(broken));
    }
    if (example.path(name) instanceof ObjectNode inner && schema.has("properties")) {
      breakMembers(
          schema,
          inner,
          where + name + ".",
          broken -> {
            var outer = example.deepCopy();
            outer.set(name, broken);
            return around.put(outer);
          });
    }
  }

  /** Values that break a schema of a member, each in one way. */
  private List<JsonNode> wrongValues(JsonNode schema) {
    var json = JsonNodeFactory.instance;
    var wrong = new ArrayList<JsonNode>();
    var type = schema.path("type").toString();
    if (type.equals("\"\"") || schema.has("anyOf") || schema.has("oneOf")) {
      return wrong;
    }
    wrong.add(type.contains("string") ? json.numberNode(7) : json.textNode("no such thing"));
    if (!type.contains("null")) {
      wrong.add(json.nullNode());
    }
    if (schema.has("enum") || schema.has("const")) {
      wrong.add(json.textNode("no-such-value"));
    }
    if (schema.path("minLength").asInt() > 0) {
      wrong.add(json.textNode(""));
    }
    if (schema.path("minItems").asInt() > 0) {
      wrong.add(json.arrayNode());
    }
    if (schema.has("minimum")) {
      wrong.add(json.numberNode(schema.path("minimum").asLong() - 1));
    }
    if (schema.path("format").asText().equals("date-time")) {
      wrong.add(json.textNode("yesterday"));
    }
    return wrong;
  }

  private void addBody(String mistake, JsonNode body) {
    add(mistake, path() + query(goodQuery()), body.toString());
  }

  private void add(String mistake, String target, String body) {
    var type = body == null ? null : "application/json";
    all.add(new Broken(mistake, operation.method(), target, type, body));
  }

  private String path() {
    return operation.path().replaceAll("\\{[^}]+}", "x");
  }

  private String goodBody() {
    var example = document.bodyExample(operation);
    return example.isMissingNode() ? null : example.toString();
  }

  private Map<String, String> goodQuery() {
    var query = new LinkedHashMap<String, String>();
    for (var parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        query.put(parameter.path("name").asText(), goodText(parameter));
      }
    }
    return query;
  }

  private String goodText(JsonNode parameter) {
    var schema = document.follow(parameter.path("schema"));
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asText();
    }
    return schema.has("const")
        ? schema.path("const").asText()
        : parameter.path("example").asText("x").toLowerCase(Locale.ROOT);
  }

  private static String query(Map<String, String> query) {
    var text = new StringBuilder();
    query.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
