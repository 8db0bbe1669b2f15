package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The one request that a pattern of WireMock means, if it means one. */
final class PatternReading {
  private PatternReading() {}

  static String method(JsonNode pattern) throws UnreadableException {
    var method = pattern.path("method").asText("ANY");
    if (method.equals("ANY")) {
      throw new UnreadableException("method", "is not said: the mapping is for any");
    }
    return method;
  }

  /** Path and query, percent-encoded. */
  static String url(JsonNode pattern) throws UnreadableException {
    if (pattern.path("url").isTextual()) {
      return pattern.path("url").asText();
    }
    if (!pattern.path("urlPath").isTextual()) {
      throw new UnreadableException("request", "has no url or urlPath: it matches many requests");
    }
    var query = new ArrayList<String>();
    for (var parameter : pattern.path("queryParameters").properties()) {
      for (var value : values(parameter.getKey(), parameter.getValue())) {
        query.add(encoded(parameter.getKey()) + "=" + encoded(value));
      }
    }
    var path = pattern.path("urlPath").asText();
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** None for a parameter or header that must be absent. */
  private static List<String> values(String name, JsonNode matcher) throws UnreadableException {
    if (matcher.path("absent").asBoolean()) {
      return List.of();
    }
    if (matcher.path("equalTo").isTextual()) {
      return List.of(matcher.path("equalTo").asText());
    }
    var exactly = matcher.path("hasExactly");
    if (!exactly.isArray()) {
      throw new UnreadableException(
          name, "is compared with something else than a value: it matches many requests");
    }
    var all = new ArrayList<String>();
    for (var one : exactly) {
      all.addAll(values(name, one));
    }
    return all;
  }

  static HttpHeaders headers(JsonNode pattern) throws UnreadableException {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : pattern.path("headers").properties()) {
      var values = values(header.getKey(), header.getValue());
      if (!values.isEmpty()) {
        headers.put(header.getKey(), values);
      }
    }
    return HttpHeaders.of(headers);
  }

  /** The body; empty when none is compared. */
  static Optional<byte[]> body(JsonNode pattern) throws UnreadableException {
    var patterns = pattern.path("bodyPatterns");
    if (patterns.isEmpty()) {
      return Optional.empty();
    }
    var only = patterns.get(0);
    if (patterns.size() == 1 && only.has("equalToJson")) {
      return Optional.of(json(only));
    }
    if (patterns.size() == 1 && only.path("equalTo").isTextual()) {
      return Optional.of(only.path("equalTo").asText().getBytes(StandardCharsets.UTF_8));
    }
    if (patterns.size() == 1 && only.path("binaryEqualTo").isTextual()) {
      return Optional.of(binary(only.path("binaryEqualTo").asText()));
    }
    throw new UnreadableException(
        "bodyPatterns", "compare with something else than a whole body: they match many requests");
  }

  private static byte[] json(JsonNode only) throws UnreadableException {
    var wanted = only.path("equalToJson");
    var body =
        wanted.isTextual() ? wanted.asText().getBytes(StandardCharsets.UTF_8) : Json.bytes(wanted);
    if (new String(body, StandardCharsets.UTF_8).contains("${json-unit")
        || only.path("ignoreExtraElements").asBoolean()) {
      throw new UnreadableException("equalToJson", "leaves parts open: it matches many requests");
    }
    return body;
  }

  private static byte[] binary(String base64) throws UnreadableException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("binaryEqualTo", "is no base64: " + e.getMessage());
    }
  }
}
