package dev.fakebeeper.recording.nearest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.QueryText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it is compared with others.
 *
 * @param method the HTTP method
 * @param path percent-encoded; of a mapping that means many requests, its pattern
 * @param query decoded, by name
 * @param headers those that choose between answers of one resource
 * @param body its JSON; another text as a text; missing when there is none
 */
record KnownRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    JsonNode body) {
  private static final List<String> CHOOSING =
      List.of("Range", "If-Range", "If-None-Match", "If-Modified-Since");

  static KnownRequest of(ApiRequest request) {
    var headers = new LinkedHashMap<String, String>();
    for (var name : CHOOSING) {
      request.headers().first(name).ifPresent(value -> headers.put(name, value));
    }
    return new KnownRequest(
        request.method(),
        request.rawPath(),
        QueryText.parse(request.rawQuery()).values(),
        headers,
        body(request));
  }

  private static JsonNode body(ApiRequest request) {
    if (!request.parts().isEmpty()) {
      var parts = Json.mapper().createObjectNode();
      request
          .parts()
          .forEach(
              part ->
                  parts.put(
                      part.name(),
                      Optional.ofNullable(part.fileName()).map("file "::concat).orElse("text")));
      return parts;
    }
    if (request.body().length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return Json.mapper().readTree(request.body());
    } catch (JacksonException e) {
      return TextNode.valueOf(new String(request.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
  }

  /** Method, path and query in one line. */
  String line() {
    var text = new StringBuilder(method).append(' ').append(path);
    char sign = '?';
    for (var parameter : query.entrySet()) {
      for (var value : parameter.getValue()) {
        text.append(sign)
            .append(parameter.getKey())
            .append('=')
            .append(Words.shown(parameter.getKey(), value));
        sign = '&';
      }
    }
    return text.toString();
  }
}
