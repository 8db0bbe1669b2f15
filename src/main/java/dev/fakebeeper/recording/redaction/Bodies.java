package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Texts;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Redacts bodies. Safe for use by many threads. */
final class Bodies {
  private static final byte[] NONE = {};
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";
  private static final Pattern MIDDLE = Pattern.compile("bytes (?!0-)[0-9]+-.*");

  private final Texts texts;
  private final Pseudonyms pseudonyms;
  private final RedactionRules rules;
  private final Tally tally;

  Bodies(Texts texts, Pseudonyms pseudonyms, RedactionRules rules, Tally tally) {
    this.texts = texts;
    this.pseudonyms = pseudonyms;
    this.rules = rules;
    this.tally = tally;
  }

  /** The body of a request that is no multipart. */
  byte[] request(@Nullable Operation operation, ApiRequest request) {
    var body = request.body();
    if (body.length == 0) {
      return NONE;
    }
    var type = request.headers().first("Content-Type").orElse("");
    if (MediaTypes.isForm(type)) {
      var form = new String(body, StandardCharsets.UTF_8);
      return Pairs.rewritten(form, pair -> field(operation, FORM, pair))
          .getBytes(StandardCharsets.UTF_8);
    }
    return json(type, body)
        .map(tree -> Json.bytes(request(operation, type, tree)))
        .orElseGet(() -> other(type, body));
  }

  private JsonNode request(@Nullable Operation operation, String type, JsonNode tree) {
    return operation == null
        ? pseudonyms.unknown(tree)
        : texts.requestBody(operation, type.isEmpty() ? null : type, tree, pseudonyms);
  }

  /** The body of an answer. */
  byte[] answer(@Nullable Operation operation, RecordedAnswer answer) {
    if (answer.body().length == 0) {
      return NONE;
    }
    var type = answer.contentType().orElse("");
    return json(type, answer.body())
        .map(tree -> Json.bytes(answer(operation, answer, tree)))
        .orElseGet(() -> other(answer));
  }

  private JsonNode answer(@Nullable Operation operation, RecordedAnswer answer, JsonNode tree) {
    return operation == null
        ? pseudonyms.unknown(tree)
        : texts.responseBody(
            new Texts.OperationAnswer(operation, answer.status()),
            answer.contentType().orElse(null),
            tree,
            pseudonyms);
  }

  private byte[] other(RecordedAnswer answer) {
    boolean isMiddle =
        answer
            .headers()
            .first("Content-Range")
            .filter(r -> MIDDLE.matcher(r).matches())
            .isPresent();
    if (isMiddle && !rules.keep().contains(Keep.BYTES)) {
      tally.body();
      return NeutralBytes.ofSlice(answer.body());
    }
    return other(answer.contentType().orElse(""), answer.body());
  }

  /** What is neither JSON nor a form. */
  private byte[] other(String type, byte[] body) {
    if (MediaTypes.isText(type) || MediaTypes.isJson(type)) {
      pseudonyms.hidden(new String(body, StandardCharsets.UTF_8));
      tally.body();
      return Pseudonyms.REDACTED.getBytes(StandardCharsets.UTF_8);
    }
    if (rules.keep().contains(Keep.BYTES)) {
      return body;
    }
    tally.body();
    return NeutralBytes.of(body);
  }

  private static Optional<JsonNode> json(String type, byte[] body) {
    if (!type.isEmpty() && !MediaTypes.isJson(type)) {
      return Optional.empty();
    }
    try {
      var tree = Json.mapper().readTree(body);
      boolean isSaid = MediaTypes.isJson(type) || tree.isContainerNode();
      return Optional.of(tree).filter(one -> isSaid && !one.isMissingNode());
    } catch (IOException e) {
      return Optional.empty(); // it only says to be JSON; whoever checks the contract will tell
    }
  }

  private Map.Entry<String, String> field(
      @Nullable Operation operation, String type, Map.Entry<String, String> field) {
    if (operation == null) {
      return pseudonyms.unknownPair(field);
    }
    var one = JsonNodeFactory.instance.objectNode().put(field.getKey(), field.getValue());
    var made = texts.requestBody(operation, type, one, pseudonyms);
    return made.properties().stream()
        .findFirst()
        .map(member -> Map.entry(member.getKey(), member.getValue().asText()))
        .orElseGet(() -> pseudonyms.unknownPair(field));
  }

  /** The parts of a multipart body. */
  List<BodyPart> parts(@Nullable Operation operation, ApiRequest request) {
    return request.parts().stream().map(part -> part(operation, part)).toList();
  }

  private BodyPart part(@Nullable Operation operation, BodyPart part) {
    var fileName = part.fileName() == null ? null : pseudonyms.file(part.fileName());
    var type = part.contentType() == null ? null : MediaTypes.known(part.contentType());
    boolean isFile = fileName != null || (type != null && !MediaTypes.isText(type));
    if (!isFile) {
      var text = new String(part.content(), StandardCharsets.UTF_8);
      var field = field(operation, MULTIPART, Map.entry(part.name(), text));
      return new BodyPart(
          field.getKey(), null, type, field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    var name = field(operation, MULTIPART, Map.entry(part.name(), "")).getKey();
    return new BodyPart(name, fileName, type, bytes(part.content()));
  }

  private byte[] bytes(byte[] content) {
    if (rules.keep().contains(Keep.BYTES)) {
      return content;
    }
    tally.body();
    return NeutralBytes.of(content);
  }

  /** A text as JSON, empty when it is none. */
  static Optional<JsonNode> tree(String text) {
    try {
      return Optional.of(Json.mapper().readTree(text)).filter(tree -> !tree.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty(); // whoever checks the contract will tell
    }
  }
}
