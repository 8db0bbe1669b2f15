package dev.fakebeeper.control.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas that the project publishes, as any tool reads them. */
final class Schemas {
  static final Path FOLDER = Path.of("src/main/resources/dev/fakebeeper");
  static final JsonNode SCENARIO_DOCUMENT = yaml(FOLDER.resolve("scenario.schema.json"));
  static final JsonSchema SCENARIO = schema(SCENARIO_DOCUMENT);
  static final JsonSchema WORLD = schema(yaml(FOLDER.resolve("world.schema.json")));

  private Schemas() {}

  private static JsonSchema schema(JsonNode document) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document);
  }

  /** A YAML or JSON file as a tree. */
  static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> complaints(JsonSchema schema, JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).toList();
  }

  /** Writes a tree into a JSON file, for the reader. */
  static Path json(JsonNode document, Path file) {
    try {
      return Files.writeString(file, new ObjectMapper().writeValueAsString(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
