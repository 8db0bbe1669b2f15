package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.QueryText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The {@code request} of a mapping: what WireMock compares. Compared are method, URL, the headers
 * that choose between answers, and the body; not the content of files, which a client may make anew
 * each time, and not what a client says in words of its own.
 */
final class RequestPattern {
  /** Headers that make another answer of the same resource. */
  static final Set<String> CHOOSING =
      Set.of("Range", "If-Range", "If-None-Match", "If-Modified-Since");

  private static final String ANY_TEXT = "${json-unit.any-string}";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RequestPattern() {}

  static ObjectNode of(ApiRequest request, CallNotes notes) {
    var pattern = NODES.objectNode();
    pattern.put("method", request.method());
    addUrl(pattern, request, notes.freeParameters());
    addHeaders(pattern, request);
    if (!request.parts().isEmpty()) {
      addParts(pattern, request.parts());
    } else if (request.body().length > 0) {
      pattern.putArray("bodyPatterns").add(body(request.body(), notes.freeMembers()));
    }
    return pattern;
  }

  /** Whether a pattern is narrower than another of the same URL, and must be tried before it. */
  static boolean isNarrow(ObjectNode pattern) {
    return pattern.has("headers");
  }

  static String url(ApiRequest request) {
    var query = request.rawQuery();
    return query == null ? request.rawPath() : request.rawPath() + "?" + query;
  }

  private static void addUrl(ObjectNode pattern, ApiRequest request, Set<String> free) {
    var values = QueryText.parse(request.rawQuery()).values();
    if (values.keySet().stream().noneMatch(free::contains)) {
      pattern.put("url", url(request));
      return;
    }
    pattern.put("urlPath", request.rawPath());
    var parameters = pattern.putObject("queryParameters");
    values.forEach(
        (name, all) ->
            parameters.set(
                name, free.contains(name) ? matching("matches", "(?s).*") : exactly(all)));
  }

  private static ObjectNode exactly(List<String> values) {
    if (values.size() == 1) {
      return matching("equalTo", values.get(0));
    }
    var pattern = NODES.objectNode();
    var all = pattern.putArray("hasExactly");
    values.forEach(value -> all.add(matching("equalTo", value)));
    return pattern;
  }

  private static void addHeaders(ObjectNode pattern, ApiRequest request) {
    for (var name : CHOOSING.stream().sorted().toList()) {
      request
          .headers()
          .first(name)
          .ifPresent(value -> pattern.withObject("/headers").set(name, matching("equalTo", value)));
    }
  }

  private static ObjectNode body(byte[] body, Set<String> free) {
    var text = StoredBodies.textOrNull(body);
    if (text == null) {
      return matching("binaryEqualTo", Base64.getEncoder().encodeToString(body));
    }
    var json = StoredBodies.sameJson(body);
    // A body that happens to hold one of WireMock's placeholders must be compared as it stands.
    if (json.isEmpty() || text.contains("${json-unit")) {
      return matching("equalTo", text);
    }
    var pattern = NODES.objectNode();
    pattern.set("equalToJson", freed(json.get(), free));
    return pattern;
  }

  private static JsonNode freed(JsonNode body, Set<String> free) {
    var copy = body.deepCopy();
    for (var pointer : free) {
      int slash = pointer.lastIndexOf('/');
      if (slash >= 0 && copy.at(pointer).isTextual()) {
        replace(copy.at(pointer.substring(0, slash)), pointer.substring(slash + 1));
      }
    }
    return copy;
  }

  private static void replace(JsonNode owner, String segment) {
    if (owner instanceof ObjectNode object) {
      object.set(segment.replace("~1", "/").replace("~0", "~"), TextNode.valueOf(ANY_TEXT));
    } else if (owner instanceof ArrayNode array) {
      array.set(Integer.parseInt(segment), TextNode.valueOf(ANY_TEXT));
    }
  }

  private static void addParts(ObjectNode pattern, List<BodyPart> parts) {
    var all = pattern.putArray("multipartPatterns");
    for (var part : parts) {
      var one = all.addObject().put("name", part.name());
      if (!isFile(part)) {
        var text = new String(part.content(), StandardCharsets.UTF_8);
        one.putArray("bodyPatterns").add(matching("equalTo", text));
      }
    }
  }

  private static boolean isFile(BodyPart part) {
    return part.fileName() != null || StoredBodies.textOrNull(part.content()) == null;
  }

  private static ObjectNode matching(String matcher, String value) {
    return NODES.objectNode().put(matcher, value);
  }
}
