package dev.fakebeeper.stubs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * The one path that a mapping is for.
 *
 * @param method upper case, {@code ANY} for every one
 * @param path raw, without the query; a template has its braces, which match every parameter
 */
record StubTarget(String method, String path) {
  private static final String ANY = "ANY";

  /** Empty for a mapping that matches its paths by a pattern, or all. */
  static Optional<StubTarget> of(JsonNode request) {
    var method = request.path("method").asText(ANY).toUpperCase(Locale.ROOT);
    for (var name : new String[] {"url", "urlPath", "urlPathTemplate"}) {
      if (request.path(name).isTextual()) {
        return Optional.of(new StubTarget(method, path(request.path(name).textValue())));
      }
    }
    return Optional.empty();
  }

  private static String path(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  boolean isAnyMethod() {
    return method.equals(ANY);
  }
}
