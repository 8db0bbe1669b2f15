package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.JsonSchemas.Direction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/**
 * Good messages of an operation: the examples of the document, else values made from the schemas.
 * The same document gives the same examples. Safe for use by many threads.
 */
final class Examples {
  private final CompiledSchemas schemas;

  Examples(CompiledSchemas schemas) {
    this.schemas = schemas;
  }

  /** An answer with the lowest successful status that the operation declares. */
  ApiResponse answer(Place operation) {
    var declared = operation.child("responses").children();
    var success =
        declared.stream()
            .filter(response -> response.name().startsWith("2"))
            .min(Comparator.comparing(Place::name))
            .or(() -> declared.stream().filter(r -> r.name().equals("default")).findFirst());
    if (success.isEmpty()) {
      return ApiResponse.noContent();
    }
    var response = success.get().follow();
    var body = body(response.child("content"));
    var answer = ApiResponse.of(status(success.get().name()), body);
    for (var header : response.child("headers").children()) {
      if (header.follow().node().path("required").asBoolean()) {
        answer = answer.with(header.name(), header(header.follow()));
      }
    }
    return answer;
  }

  private static int status(String declared) {
    return declared.matches("\\d{3}") ? Integer.parseInt(declared) : 200;
  }

  private String header(Place header) {
    return value(header, header.child("schema"), Direction.RESPONSE).asText();
  }

  private Body body(Place content) {
    var media = MediaRule.of(content);
    if (media.isEmpty()) {
      return new Body.Empty();
    }
    var chosen = MediaRule.json(media).orElse(media.get(0));
    if (chosen.type().isJson()) {
      var value = value(chosen.place(), chosen.schema(), Direction.RESPONSE);
      return new Body.Fragment(JsonFragment.of(value));
    }
    var text = documented(chosen.place()).map(JsonNode::asText).orElse("example");
    var type = concrete(chosen.type().name());
    if (chosen.type().isText()) {
      return new Body.Text(type, text);
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Body.Stream(type, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Some media type of a range. */
  private static String concrete(String range) {
    return range.equals("*/*") ? "application/octet-stream" : range.replace("/*", "/example");
  }

  /** A JSON request body, empty when the operation takes none. */
  Optional<JsonNode> requestBody(Place operation) {
    return MediaRule.json(MediaRule.of(operation.child("requestBody").follow().child("content")))
        .map(media -> value(media.place(), media.schema(), Direction.REQUEST));
  }

  /** The first candidate that keeps the schema; the document's own examples come first. */
  private JsonNode value(Place described, Place schema, Direction direction) {
    var rule = direction == Direction.REQUEST ? schemas.request(schema) : schemas.response(schema);
    var candidates = new ArrayList<JsonNode>();
    documented(described).ifPresent(candidates::add);
    for (var scope : SampleValue.Scope.values()) {
      candidates.add(new SampleValue(scope, direction).of(schema));
    }
    return candidates.stream().filter(rule::isValid).findFirst().orElse(candidates.get(0));
  }

  private static Optional<JsonNode> documented(Place described) {
    var values = new ArrayList<JsonNode>();
    if (described.child("example").exists()) {
      values.add(described.child("example").node());
    }
    for (var example : described.child("examples").children()) {
      var value = example.follow().child("value");
      if (value.exists()) {
        values.add(value.node());
      }
    }
    return values.stream().findFirst();
  }
}
