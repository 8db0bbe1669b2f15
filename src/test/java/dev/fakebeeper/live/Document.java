package dev.fakebeeper.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The contract as a plain tree, read without the product's own engine so that a test does not trust
 * what it tests.
 */
final class Document {
  private final JsonNode tree;

  private Document(JsonNode tree) {
    this.tree = tree;
  }

  static Document read() {
    try {
      return new Document(new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One operation with its references followed. */
  record Place(String method, String path, JsonNode node, List<JsonNode> parameters) {
    String id() {
      return node.path("operationId").asText();
    }
  }

  List<Place> operations() {
    var all = new ArrayList<Place>();
    tree.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        member -> {
                          if (member.getValue().has("operationId")) {
                            all.add(place(path.getKey(), path.getValue(), member));
                          }
                        }));
    return all;
  }

  private Place place(String path, JsonNode item, Map.Entry<String, JsonNode> member) {
    var parameters = new ArrayList<JsonNode>();
    item.path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
    member.getValue().path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
    return new Place(member.getKey().toUpperCase(Locale.ROOT), path, member.getValue(), parameters);
  }

  JsonNode follow(JsonNode node) {
    var place = node;
    while (place.path("$ref").isTextual()) {
      place = tree.at(place.path("$ref").asText().substring(1));
    }
    return place;
  }

  /** The schema of the JSON body, a missing node when the operation takes none. */
  JsonNode bodySchema(Place operation) {
    var body = follow(operation.node().path("requestBody"));
    return follow(body.path("content").path("application/json").path("schema"));
  }

  /** A good JSON body, a missing node when the document has no example. */
  JsonNode bodyExample(Place operation) {
    var media =
        follow(operation.node().path("requestBody")).path("content").path("application/json");
    var examples = media.path("examples").elements();
    return examples.hasNext() ? follow(examples.next()).path("value") : media.path("example");
  }

  /**
   * The properties of an object schema, those of {@code allOf} included; what is in unions is left
   * out.
   */
  Map<String, JsonNode> properties(JsonNode schema) {
    var all = new HashMap<String, JsonNode>();
    var place = follow(schema);
    place.path("allOf").forEach(part -> all.putAll(properties(part)));
    place.path("properties").properties().forEach(p -> all.put(p.getKey(), p.getValue()));
    return all;
  }

  /** The required members of an object schema, those of {@code allOf} included. */
  List<String> required(JsonNode schema) {
    var all = new ArrayList<String>();
    var place = follow(schema);
    place.path("allOf").forEach(part -> all.addAll(required(part)));
    place.path("required").forEach(name -> all.add(name.asText()));
    return all;
  }
}
