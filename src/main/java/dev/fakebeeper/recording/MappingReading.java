package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A WireMock mapping as a call: one of ours, of plain WireMock, or written by hand. */
record MappingReading(StoredBodies bodies) {
  /** How WireMock says that the connection ends without an answer. */
  static final String NO_ANSWER = "EMPTY_RESPONSE";

  /**
   * The call of a mapping.
   *
   * @throws UnreadableException when it means no single request, or has no answer of its own
   */
  RecordedCall of(JsonNode mapping) throws UnreadableException {
    if (!mapping.path("request").isObject()) {
      throw new UnreadableException("", "is no stub mapping: it has no request");
    }
    var ours = mapping.path("metadata").path("fakeBeeper");
    var request = request(mapping.path("request"), ours.path("request"));
    var answer = answer(mapping.path("response"));
    return new RecordedCall(millis(ours, "afterMs"), millis(ours, "tookMs"), request, answer);
  }

  private static Duration millis(JsonNode ours, String member) throws UnreadableException {
    var value = ours.path(member);
    if (!value.isMissingNode() && !(value.canConvertToLong() && value.asLong() >= 0)) {
      throw new UnreadableException(member, "must be a number of milliseconds, not " + value);
    }
    return Duration.ofMillis(value.asLong());
  }

  private ApiRequest request(JsonNode pattern, JsonNode ours) throws UnreadableException {
    var url =
        ours.path("url").isTextual() ? ours.path("url").asText() : PatternReading.url(pattern);
    int mark = url.indexOf('?');
    return new ApiRequest(
        PatternReading.method(pattern),
        mark < 0 ? url : url.substring(0, mark),
        mark < 0 ? null : url.substring(mark + 1),
        ours.has("headers") ? headers(ours) : PatternReading.headers(pattern),
        body(pattern, ours),
        parts(ours));
  }

  private byte[] body(JsonNode pattern, JsonNode ours) throws UnreadableException {
    return StoredBodies.isIn(ours)
        ? bodies.read(ours)
        : PatternReading.body(pattern).orElse(new byte[0]);
  }

  private List<BodyPart> parts(JsonNode ours) throws UnreadableException {
    var parts = new ArrayList<BodyPart>();
    for (var part : ours.path("parts")) {
      parts.add(
          new BodyPart(
              part.path("name").asText(),
              textOrNull(part, "fileName"),
              textOrNull(part, "contentType"),
              bodies.read(part)));
    }
    return parts;
  }

  private static @Nullable String textOrNull(JsonNode owner, String member) {
    return owner.path(member).isTextual() ? owner.path(member).asText() : null;
  }

  private RecordedAnswer answer(JsonNode response) throws UnreadableException {
    if (response.has("fault")) {
      return new RecordedAnswer(0, HttpHeaders.none(), new byte[0]);
    }
    if (response.has("proxyBaseUrl")) {
      throw new UnreadableException("proxyBaseUrl", "hands the answer to another server");
    }
    if (response.has("transformers")) {
      throw new UnreadableException("transformers", "make another answer each time");
    }
    int status = response.path("status").asInt(200);
    return new RecordedAnswer(status, headers(response), bodies.read(response));
  }

  /** Headers as WireMock writes them: a text, or an array of texts. */
  static HttpHeaders headers(JsonNode owner) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : owner.path("headers").properties()) {
      var values = new ArrayList<String>();
      if (header.getValue().isArray()) {
        header.getValue().forEach(value -> values.add(value.asText()));
      } else {
        values.add(header.getValue().asText());
      }
      headers.put(header.getKey(), values);
    }
    return HttpHeaders.of(headers);
  }

  /** The operation that the recorder found. */
  static Optional<String> operation(JsonNode mapping) {
    var name = mapping.path("metadata").path("fakeBeeper").path("operation");
    return name.isTextual() ? Optional.of(name.asText()) : Optional.empty();
  }
}
