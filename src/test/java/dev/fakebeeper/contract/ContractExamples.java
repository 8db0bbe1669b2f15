package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi31;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every example of the document, with the schema that it must satisfy. Not thread-safe. */
final class ContractExamples {

  /** An example and the JSON pointer of its schema. */
  record Example(String pointer, String schemaPointer, JsonNode value) {}

  private static final String DOCUMENT = "mem:openapi";
  private static final Set<String> VALUES = Set.of("example", "examples", "value", "default");

  private final DocumentView document;
  private final List<Example> examples = new ArrayList<>();

  ContractExamples(JsonNode root) {
    document = new DocumentView(root);
    collect("", root);
  }

  List<Example> all() {
    return List.copyOf(examples);
  }

  /** What is wrong with the examples, one line for each finding. */
  List<String> findings() {
    var factory = factory();
    var config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
    return examples.stream()
        .flatMap(
            example ->
                factory
                    .getSchema(
                        SchemaLocation.of(DOCUMENT + "#" + encoded(example.schemaPointer())),
                        config)
                    .validate(example.value())
                    .stream()
                    .map(finding -> example.pointer() + " " + finding.getMessage()))
        .toList();
  }

  /** Required parameters, bodies and answers that show no example. */
  static List<String> missing(JsonNode root) {
    var document = new DocumentView(root);
    var missing = new ArrayList<String>();
    for (var operation : document.operations().entrySet()) {
      missingOf(document, operation.getValue()).forEach(m -> missing.add(operation.getKey() + m));
    }
    return missing;
  }

  private static List<String> missingOf(DocumentView document, JsonNode operation) {
    var missing = new ArrayList<String>();
    for (var parameter : operation.path("parameters")) {
      var effective = document.effective(parameter);
      if (effective.path("required").asBoolean() && !effective.has("example")) {
        missing.add(" " + effective.path("name").asText());
      }
    }
    if (showsNothing(operation.path("requestBody"))) {
      missing.add(" request body");
    }
    for (var response : operation.path("responses").properties()) {
      if (showsNothing(document.effective(response.getValue()))) {
        missing.add(" " + response.getKey());
      }
    }
    return missing;
  }

  /** Bytes need no example. */
  private static boolean showsNothing(JsonNode message) {
    for (var media : message.path("content").properties()) {
      if (!media.getKey().equals("application/octet-stream")
          && media.getValue().path("examples").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void collect(String pointer, JsonNode node) {
    if (node.has("schema")) {
      collectOf(pointer, pointer + "/schema", node);
    } else if (node.path("examples").isArray()) {
      var values = node.path("examples");
      for (var i = 0; i < values.size(); i++) {
        examples.add(new Example(pointer + "/examples/" + i, pointer, values.get(i)));
      }
    }
    for (var member : node.properties()) {
      if (!VALUES.contains(member.getKey())) {
        collect(pointer + "/" + escaped(member.getKey()), member.getValue());
      }
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i));
    }
  }

  /** Of a parameter, a header or a media type. */
  private void collectOf(String pointer, String schema, JsonNode node) {
    if (node.has("example")) {
      examples.add(new Example(pointer + "/example", schema, node.path("example")));
    }
    for (var entry : node.path("examples").properties()) {
      var value = document.effective(entry.getValue()).path("value");
      examples.add(new Example(pointer + "/examples/" + entry.getKey(), schema, value));
    }
  }

  private JsonSchemaFactory factory() {
    var dialect = JsonMetaSchema.builder(OpenApi31.getInstance());
    Stream.of("openapi", "info", "paths", "components", "servers", "tags", "security")
        .forEach(keyword -> dialect.keyword(new NonValidationKeyword(keyword)));
    Stream.of("since", "revision", "enum-since", "open-set", "websocket", "text", "words", "keys")
        .forEach(keyword -> dialect.keyword(new NonValidationKeyword("x-fake-" + keyword)));
    var metaSchema = dialect.build();
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        factory ->
            factory
                .metaSchema(metaSchema)
                .defaultMetaSchemaIri(metaSchema.getIri())
                .schemaLoaders(
                    loaders -> loaders.schemas(Map.of(DOCUMENT, document.root().toString()))));
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String encoded(String pointer) {
    return Stream.of(pointer.split("/"))
        .map(
            part ->
                URLEncoder.encode(part, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%7E", "~"))
        .reduce((left, right) -> left + "/" + right)
        .orElse("");
  }
}
