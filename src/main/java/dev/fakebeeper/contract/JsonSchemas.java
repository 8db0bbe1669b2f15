package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi31;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compiles the schemas of a document with networknt's validator, and is the only class that touches
 * it. Safe for use by many threads.
 */
final class JsonSchemas {
  /** Which way a message goes decides what readOnly and writeOnly mean. */
  enum Direction {
    REQUEST,
    RESPONSE
  }

  private static final JsonSchemaFactory FACTORY = factory();

  private final JsonSchema root;

  JsonSchemas(Document document, Direction direction) {
    // The whole document is one schema resource: it is never validated against, only its parts are.
    root = FACTORY.getSchema(SchemaLocation.of("mem:openapi"), document.tree(), config(direction));
  }

  private static JsonSchemaFactory factory() {
    var metaSchema =
        JsonMetaSchema.builder(OpenApi31.getInstance())
            .formats(List.of(IntegerFormat.INT32, IntegerFormat.INT64))
            // Extensions and annotations of OpenAPI are no mistake: nothing is to be logged.
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        builder -> builder.metaSchema(metaSchema).defaultMetaSchemaIri(metaSchema.getIri()));
  }

  private static SchemaValidatorsConfig config(Direction direction) {
    return SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(true)
        .locale(Locale.ROOT)
        .preloadJsonSchema(false)
        .preloadJsonSchemaRefMaxNestingDepth(0)
        .readOnly(direction == Direction.REQUEST)
        .writeOnly(direction == Direction.RESPONSE)
        .build();
  }

  /** Compiles the schema at a place of the document; its parts are compiled when first used. */
  SchemaCheck compile(Place schema) {
    var compiled = root.getRefSchema(path(schema));
    int skipped = compiled.getEvaluationPath().getNameCount();
    return value -> {
      var messages = compiled.validate(value);
      return messages.isEmpty()
          ? List.of()
          : messages.stream().map(message -> error(message, skipped)).toList();
    };
  }

  /**
   * Compiles a schema with all that stands in it, references aside.
   *
   * @throws ContractException if it is no schema
   */
  void verify(Place schema) {
    try {
      root.getRefSchema(path(schema)).initializeValidators();
    } catch (RuntimeException e) { // the validator throws whatever its parts throw
      throw schema.failure(
          "is no JSON Schema: " + e.getMessage(), "Correct it as JSON Schema 2020-12 wants it.");
    }
  }

  private static JsonNodePath path(Place schema) {
    var path = new JsonNodePath(PathType.JSON_POINTER);
    JsonNode node = schema.document().tree();
    for (var step : Pointers.steps(schema.pointer())) {
      path = node.isArray() ? path.append(Integer.parseInt(step)) : path.append(step);
      node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return path;
  }

  private static SchemaError error(ValidationMessage message, int skipped) {
    var member = message.getProperty();
    var value = message.getInstanceNode();
    var evaluation = steps(message.getEvaluationPath());
    return new SchemaError(
        message.getType(),
        steps(message.getInstanceLocation()),
        member == null ? "" : member,
        value == null ? MissingNode.getInstance() : value,
        evaluation.subList(Math.min(skipped, evaluation.size()), evaluation.size()),
        Pointers.of(steps(message.getSchemaLocation().getFragment())));
  }

  private static List<String> steps(JsonNodePath path) {
    var steps = new ArrayList<String>();
    for (int i = 0; i < path.getNameCount(); i++) {
      steps.add(path.getElement(i).toString());
    }
    return steps;
  }
}
