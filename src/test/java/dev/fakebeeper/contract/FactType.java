package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A type in the words of a sheet.
 *
 * @param name a JSON type, {@code map}, {@code any}, a union keyword, or {@code $Name}
 * @param nullable whether null is legal
 * @param node the entry of the sheet
 */
record FactType(String name, boolean nullable, JsonNode node) {

  static FactType of(JsonNode known) {
    var node = known.isObject() ? known : named(known);
    return new FactType(
        nameOf(node), node.path("nullable").asBoolean() || hasNullBranch(node), node);
  }

  boolean isReference() {
    return name.startsWith("$");
  }

  /** The vendor fixes some texts that the sheets do not repeat. */
  boolean hasUnpublishedText() {
    return node.path("enumTextNotCarried").asBoolean();
  }

  List<JsonNode> branches() {
    var branches = new ArrayList<JsonNode>();
    node.path(node.has("allOf") ? "allOf" : "anyOf").forEach(branches::add);
    return branches;
  }

  /**
   * Rules under the keywords of JSON Schema 2020-12; {@code closed} stands for no extra members.
   */
  Map<String, String> rules() {
    var rules = new TreeMap<String, String>();
    Stream.of(SchemaRules.KEYWORDS)
        .filter(node::has)
        .forEach(keyword -> rules.put(keyword, node.path(keyword).toString()));
    if (node.path("exclusiveMinimum").asBoolean()) {
      rules.remove("minimum");
      rules.put("exclusiveMinimum", node.path("minimum").toString());
    }
    if (node.has("const")) {
      rules.put("enum", "[" + node.path("const") + "]");
    }
    if (node.has("enumAddedInC")) {
      rules.put("enum", both(node.path("enum"), node.path("enumAddedInC")));
    }
    if (node.has("defaultInB")) {
      rules.put("default", node.path("defaultInB").toString());
    }
    if (node.path("deprecated").asBoolean()) {
      rules.put("deprecated", "true");
    }
    if (node.path("additionalProperties").isBoolean()) {
      rules.put("closed", "true");
    }
    return rules;
  }

  private static String nameOf(JsonNode node) {
    if (node.has("ref")) {
      return node.path("ref").asText();
    }
    if (node.has("allOf")) {
      return "allOf";
    }
    if (node.has("anyOf")) {
      return node.path("keyword").asText("anyOf");
    }
    return node.path("type").asText(node.has("fields") ? "object" : "any");
  }

  private static boolean hasNullBranch(JsonNode node) {
    for (var branch : node.path("anyOf")) {
      if (branch.path("type").asText().equals("null")) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode named(JsonNode text) {
    return JsonNodeFactory.instance.objectNode().set("type", text);
  }

  private static String both(JsonNode first, JsonNode second) {
    var all = JsonNodeFactory.instance.arrayNode();
    first.forEach(all::add);
    second.forEach(all::add);
    return all.toString();
  }
}
