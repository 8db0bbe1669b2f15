package dev.fakebeeper.recording.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.QueryText;
import dev.fakebeeper.contract.TextKind;
import dev.fakebeeper.contract.TextRewriter;
import dev.fakebeeper.contract.TextRule;
import dev.fakebeeper.contract.Texts;
import dev.fakebeeper.recording.CallNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a client says in words of its own: texts that a redaction replaced, and that no answer
 * gave to the client. On a replay the client says them again as they were, so they must not be
 * compared. Ids and cursors are another matter: the client has them from answers, which are
 * redacted alike. Immutable.
 */
final class FreeWords {
  private static final Set<TextKind> OWN =
      Set.of(
          TextKind.NAME,
          TextKind.PHONE,
          TextKind.MAIL,
          TextKind.TEXT,
          TextKind.BYTES,
          TextKind.FREE,
          TextKind.TOKEN,
          TextKind.FILE_NAME,
          TextKind.HOST);

  /** A client tells them by its own clock, which goes on until the replay. */
  private static final Set<TextKind> INSTANTS = Set.of(TextKind.INSTANT);

  private final Texts texts;

  FreeWords(Contract contract) {
    texts = contract.texts();
  }

  /**
   * What must not be compared of a request.
   *
   * @param raw as it came in
   * @param redacted as it is kept
   */
  CallNotes notes(Operation operation, ApiRequest raw, ApiRequest redacted) {
    return new CallNotes(
        operation.id(), members(operation, raw, redacted), parameters(operation, raw, redacted));
  }

  private Set<String> parameters(Operation operation, ApiRequest raw, ApiRequest redacted) {
    var after = QueryText.parse(redacted.rawQuery()).values();
    var free = new HashSet<String>();
    QueryText.parse(raw.rawQuery())
        .values()
        .forEach(
            (name, values) -> {
              var entry = Map.entry(name, values.get(0));
              var marker = new Marker(OWN);
              var known = texts.parameter(operation, "query", entry, marker);
              boolean isOwn = known.isEmpty() || marker.marked > 0;
              if (isOwn && after.containsKey(name) && !values.equals(after.get(name))) {
                free.add(name);
              }
            });
    return free;
  }

  private Set<String> members(Operation operation, ApiRequest raw, ApiRequest redacted) {
    var type = raw.headers().first("Content-Type").orElse(null);
    var before = tree(raw, type);
    var after = tree(redacted, type);
    if (before == null || after == null) {
      return Set.of();
    }
    var marked = texts.requestBody(operation, type, before, new Marker(OWN));
    var free = new HashSet<String>();
    collect(marked, "", free);
    free.removeIf(pointer -> before.at(pointer).equals(after.at(pointer)));
    collect(texts.requestBody(operation, type, before, new Marker(INSTANTS)), "", free);
    return free;
  }

  private static void collect(JsonNode marked, String pointer, Set<String> free) {
    if (marked.isTextual() && marked.textValue().equals(Marker.SIGN)) {
      free.add(pointer);
    }
    for (int i = 0; marked.isArray() && i < marked.size(); i++) {
      collect(marked.get(i), pointer + "/" + i, free);
    }
    for (var member : marked.properties()) {
      var step = member.getKey().replace("~", "~0").replace("/", "~1");
      collect(member.getValue(), pointer + "/" + step, free);
    }
  }

  /** The body as JSON, a form as the object of its fields; null when it is neither. */
  private static @Nullable JsonNode tree(ApiRequest request, @Nullable String contentType) {
    var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      var form = JsonNodeFactory.instance.objectNode();
      QueryText.parse(new String(request.body(), StandardCharsets.UTF_8))
          .values()
          .forEach((name, values) -> form.put(name, values.get(0)));
      return form;
    }
    try {
      var tree = Json.mapper().readTree(request.body());
      return tree.isContainerNode() ? tree : null;
    } catch (IOException e) {
      return null; // the check of the request tells it
    }
  }

  /** Puts a sign in place of each text that is the client's own. */
  private static final class Marker implements TextRewriter {
    static final String SIGN = "\u0001own";
    private final Set<TextKind> kinds;
    int marked;

    Marker(Set<TextKind> kinds) {
      this.kinds = kinds;
    }

    private JsonNode sign() {
      marked++;
      return TextNode.valueOf(SIGN);
    }

    @Override
    public JsonNode text(TextRule rule, JsonNode value) {
      return kinds.contains(rule.kind()) ? sign() : value;
    }

    @Override
    public JsonNode number(JsonNode value) {
      return value;
    }

    @Override
    public String key(TextRule rule, String key) {
      return key;
    }

    @Override
    public String unknownName(String name) {
      return name;
    }

    @Override
    public JsonNode unknown(JsonNode value) {
      return value.isTextual() && kinds == OWN ? sign() : value;
    }
  }
}
