package dev.fakebeeper.stubs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An answer that a mapping gives to every request alike, so that it is known before one comes.
 *
 * @param bodyPointer where its body stands in the mapping
 */
record KnownAnswer(ApiResponse response, String bodyPointer) {

  /** Empty when a template, a proxied server, a fault or an extension has a hand in it. */
  static Optional<KnownAnswer> of(JsonNode response, StubFiles files) {
    if (!response.path("transformers").isEmpty()
        || response.hasNonNull("proxyBaseUrl")
        || response.hasNonNull("fault")) {
      return Optional.empty();
    }
    var answer =
        new StubAnswer(
            response.path("status").asInt(200),
            headers(response.path("headers")),
            body(response, files),
            Manner.PLAIN,
            null);
    return Optional.of(new KnownAnswer(answer.response(), pointer(response)));
  }

  /** Whether the body is a tree in the mapping, so that a place in it is a place of the mapping. */
  boolean isTree() {
    return bodyPointer.endsWith("/jsonBody");
  }

  private static String pointer(JsonNode response) {
    for (var name : List.of("jsonBody", "body", "base64Body", "bodyFileName")) {
      if (response.has(name)) {
        return "/response/" + name;
      }
    }
    return "/response";
  }

  private static byte[] body(JsonNode response, StubFiles files) {
    if (response.hasNonNull("bodyFileName")) {
      return files.require(response.path("bodyFileName").asText());
    }
    if (response.hasNonNull("base64Body")) {
      return Base64.getDecoder().decode(response.path("base64Body").asText());
    }
    return response.has("jsonBody")
        ? Json.bytes(response.path("jsonBody"))
        : response.path("body").asText("").getBytes(StandardCharsets.UTF_8);
  }

  private static HttpHeaders headers(JsonNode headers) {
    var all = new LinkedHashMap<String, List<String>>();
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      all.put(header.getKey(), values(header.getValue()));
    }
    return HttpHeaders.of(all);
  }

  private static List<String> values(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(value.asText());
  }
}
