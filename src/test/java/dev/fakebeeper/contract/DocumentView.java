package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The raw tree of {@code openapi.yaml}, with its references followed. Not thread-safe. */
final class DocumentView {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;
  private final Set<String> touched = new TreeSet<>();

  DocumentView(JsonNode root) {
    this.root = root;
  }

  /** The document at the top of the project. */
  static ObjectNode read() {
    try {
      return (ObjectNode)
          new ObjectMapper(new YAMLFactory()).readTree(Path.of("openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.at("/components/schemas");
  }

  /** A component schema. Counts as touched. */
  JsonNode schema(String name) {
    touched.add(SCHEMAS + name);
    return schemas().path(name);
  }

  /** Operations by method and path, such as {@code GET /v1/chats}. */
  Map<String, JsonNode> operations() {
    var operations = new LinkedHashMap<String, JsonNode>();
    for (var path : root.path("paths").properties()) {
      for (var member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          operations.put(
              member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue());
        }
      }
    }
    return operations;
  }

  /** The node behind all references, with what stands beside a reference laid over it. */
  JsonNode effective(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    var reference = node.path("$ref").asText();
    touched.add(reference);
    var target = effective(root.at(reference.substring(1)));
    var merged =
        target.isObject() ? (ObjectNode) target.deepCopy() : new ObjectMapper().createObjectNode();
    node.properties().stream()
        .filter(member -> !member.getKey().equals("$ref"))
        .forEach(member -> merged.set(member.getKey(), member.getValue()));
    return merged;
  }

  /** The component schemas that a chain of references passes, nearest first; empty when inline. */
  List<String> referenced(JsonNode node) {
    var names = new ArrayList<String>();
    for (var next = node;
        next.has("$ref");
        next = root.at(next.path("$ref").asText().substring(1))) {
      names.add(next.path("$ref").asText().replace(SCHEMAS, ""));
    }
    return names;
  }

  /** Components that nothing has looked at so far. */
  List<String> untouchedSchemas() {
    var names = new ArrayList<String>();
    schemas().fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> touched.contains(SCHEMAS + name));
    return names;
  }
}
