package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import java.io.IOException;
import java.util.Arrays;

/**
 * A call as a WireMock mapping. What WireMock has no place for stands under {@code
 * metadata.fakeBeeper}, which it keeps and ignores.
 */
record MappingWriting(StoredBodies bodies) {

  /**
   * The mapping of a call; its large bodies are written at once.
   *
   * @param name that of the mapping, which the files of its bodies bear too
   */
  ObjectNode of(RecordedCall call, CallNotes notes, String name) throws IOException {
    var mapping = JsonNodeFactory.instance.objectNode();
    mapping.put("name", name);
    var pattern = RequestPattern.of(call.request(), notes);
    mapping.set("request", pattern);
    mapping.set("response", response(call.answer(), name));
    if (RequestPattern.isNarrow(pattern)) {
      mapping.put("priority", 1);
    }
    var ours = mapping.putObject("metadata").putObject("fakeBeeper");
    if (!notes.operation().isEmpty()) {
      ours.put("operation", notes.operation());
    }
    ours.put("afterMs", call.after().toMillis());
    ours.put("tookMs", call.took().toMillis());
    ours.set("request", request(call.request(), pattern, name));
    return mapping;
  }

  private ObjectNode response(RecordedAnswer answer, String name) throws IOException {
    var response = JsonNodeFactory.instance.objectNode();
    if (answer.status() == 0) {
      return response.put("fault", MappingReading.NO_ANSWER);
    }
    response.put("status", answer.status());
    addHeaders(response, answer.headers());
    bodies.write(response, answer.body(), answer.contentType().orElse(null), name);
    return response;
  }

  /** What of the request the pattern does not give back. */
  private ObjectNode request(ApiRequest request, ObjectNode pattern, String name)
      throws IOException {
    var ours = JsonNodeFactory.instance.objectNode();
    if (!pattern.has("url")) {
      ours.put("url", RequestPattern.url(request));
    }
    addHeaders(ours, request.headers());
    if (!request.parts().isEmpty()) {
      int number = 1;
      for (var part : request.parts()) {
        var partName = "%s-request-%d".formatted(name, number++);
        ours.withArray("parts").add(part(part, partName));
      }
    } else if (!isGivenBack(request, pattern)) {
      var type = request.headers().first("Content-Type").orElse(null);
      bodies.write(ours, request.body(), type, name + "-request");
    }
    return ours;
  }

  private static boolean isGivenBack(ApiRequest request, ObjectNode pattern) {
    try {
      var given = PatternReading.body(pattern);
      return given.isPresent() && Arrays.equals(given.get(), request.body());
    } catch (UnreadableException e) {
      return false;
    }
  }

  private ObjectNode part(BodyPart part, String name) throws IOException {
    var json = JsonNodeFactory.instance.objectNode().put("name", part.name());
    if (part.fileName() != null) {
      json.put("fileName", part.fileName());
    }
    if (part.contentType() != null) {
      json.put("contentType", part.contentType());
    }
    bodies.write(json, part.content(), part.contentType(), name);
    return json;
  }

  static void addHeaders(ObjectNode owner, HttpHeaders headers) {
    if (headers.asMap().isEmpty()) {
      return;
    }
    var json = owner.putObject("headers");
    headers
        .asMap()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) {
                json.put(name, values.get(0));
              } else {
                values.forEach(json.putArray(name)::add);
              }
            });
  }
}
