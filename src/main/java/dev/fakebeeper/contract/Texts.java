package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every text of a message is about, by the contract, and the way to replace them all. A
 * message may break the contract: what the contract knows of it still counts, and the rest is told
 * to be unknown. Immutable and safe for use by many threads.
 */
public final class Texts {
  private static final String MESSAGE_UPSERTED = "message.upserted";

  private final Document document;
  private final Map<String, OperationPlace> operations;
  private final CompiledSchemas schemas;

  Texts(Document document, Map<String, OperationPlace> operations, CompiledSchemas schemas) {
    this.document = document;
    this.operations = operations;
    this.schemas = schemas;
  }

  /** The segments of paths that are no parameters. */
  public Set<String> pathWords() {
    var words = new HashSet<String>();
    for (var place : operations.values()) {
      Arrays.stream(place.operation().path().split("/", -1))
          .filter(segment -> !Router.isTemplated(segment))
          .forEach(words::add);
    }
    words.addAll(List.of(document.at("/x-fake-websocket").text("path").split("/", -1)));
    words.remove("");
    return words;
  }

  /**
   * One value of a parameter of the path, the query or the head, rewritten.
   *
   * @param in which of them, as OpenAPI writes it: {@code path}, {@code query}, {@code header}
   * @param value the decoded value
   * @return nothing when the operation declares no such parameter
   */
  public Optional<String> parameter(
      Operation operation, String in, Map.Entry<String, String> value, TextRewriter rewriter) {
    return place(operation).parameters().stream()
        .filter(parameter -> parameter.text("in").equals(in))
        .filter(parameter -> parameter.text("name").equals(value.getKey()))
        .findFirst()
        .map(parameter -> rewritten(parameter, value.getValue(), rewriter));
  }

  private String rewritten(Place parameter, String value, TextRewriter rewriter) {
    var schema = ParameterRule.schemaOf(parameter);
    var form = TextForm.of(schema);
    if (!form.isArray()) {
      return single(List.of(schema), form.read(value), rewriter);
    }
    var items = List.of(schema.follow().child("items"));
    var itemForm = TextForm.of(items.get(0));
    return Arrays.stream(value.split(",", -1))
        .map(item -> single(items, itemForm.read(item), rewriter))
        .collect(Collectors.joining(","));
  }

  private String single(List<Place> stated, JsonNode value, TextRewriter rewriter) {
    return new TextWalk(schemas, rewriter).rewrite(stated, value).asText();
  }

  /**
   * The body of a request, rewritten. A form is given as the object of its fields.
   *
   * @param contentType null when the request has none
   */
  public JsonNode requestBody(
      Operation operation, @Nullable String contentType, JsonNode body, TextRewriter rewriter) {
    var content = place(operation).place().child("requestBody").follow().child("content");
    return new TextWalk(schemas, rewriter).rewrite(schema(content, contentType), body);
  }

  /**
   * The body of an answer, rewritten.
   *
   * @param contentType null when the answer has none
   */
  public JsonNode responseBody(
      OperationAnswer answer, @Nullable String contentType, JsonNode body, TextRewriter rewriter) {
    var declared = place(answer.operation()).place().child("responses");
    var names = declared.children().stream().map(Place::name).collect(Collectors.toSet());
    var response = declared.child(ResponseRules.nameIn(names, answer.status()));
    var content = response.follow().child("content");
    return new TextWalk(schemas, rewriter).rewrite(schema(content, contentType), body);
  }

  /**
   * Which answer of an operation.
   *
   * @param operation the operation
   * @param status the HTTP status
   */
  public record OperationAnswer(Operation operation, int status) {}

  /** What is not declared as this media type is read as JSON if there is any JSON. */
  private static List<Place> schema(Place content, @Nullable String contentType) {
    var media = MediaRule.of(content);
    var found =
        contentType == null
            ? Optional.<MediaRule>empty()
            : MediaRule.find(media, MediaType.parse(contentType));
    return found
        .or(() -> MediaRule.json(media))
        .map(MediaRule::schema)
        .filter(Place::exists)
        .map(List::of)
        .orElse(List.of());
  }

  /** A frame of a client, rewritten; nothing when the contract does not know its type. */
  public Optional<JsonNode> clientFrame(JsonNode frame, TextRewriter rewriter) {
    var commands = document.at("/x-fake-websocket/commands");
    return frame(commands.child(frame.path("type").asText()), frame, rewriter);
  }

  /** A frame of the app, rewritten; nothing when the contract does not know its type. */
  public Optional<JsonNode> appFrame(JsonNode frame, TextRewriter rewriter) {
    var type = frame.path("type").asText();
    var events = document.at("/x-fake-websocket/events");
    var rewritten = frame(events.child(type), frame, rewriter);
    if (type.equals(MESSAGE_UPSERTED) && frame.path("entries").isArray()) {
      rewritten.ifPresent(copy -> setMessages((ObjectNode) copy, frame, rewriter));
    }
    return rewritten;
  }

  private void setMessages(ObjectNode copy, JsonNode frame, TextRewriter rewriter) {
    var message = List.of(document.at("/components/schemas/Message"));
    var messages = copy.putArray("entries");
    frame
        .path("entries")
        .forEach(entry -> messages.add(new TextWalk(schemas, rewriter).rewrite(message, entry)));
  }

  private Optional<JsonNode> frame(Place schema, JsonNode frame, TextRewriter rewriter) {
    return schema.exists() && frame.isObject()
        ? Optional.of(new TextWalk(schemas, rewriter).rewrite(List.of(schema), frame))
        : Optional.empty();
  }

  /**
   * The places of the document whose texts nothing is said about, as JSON pointers. A body of
   * nothing but text is no text among others, and needs no kind.
   */
  List<String> unclassified() {
    var places = new ArrayList<String>();
    DocumentWalk.visit(
        document,
        place -> {
          var isText = TextSchemas.hasType(place.node().path("type"), "string");
          if (isText && !isBody(place) && TextSchemas.kind(place).isEmpty()) {
            places.add(place.pointer());
          }
        });
    return places;
  }

  private static boolean isBody(Place schema) {
    return schema.pointer().matches(".*/content/text~1[^/]*/schema");
  }

  private OperationPlace place(Operation operation) {
    var known = operations.get(operation.id());
    if (known == null) {
      throw new IllegalArgumentException(
          "operation (%s) must be one of the contract".formatted(operation.id()));
    }
    return known;
  }
}
