package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Texts;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Redacts requests. Safe for use by many threads. */
final class Requests {
  /** Segments of paths that clients use without the contract. */
  private static final Set<String> TRIED = Set.of("v0", "mcp", "typing", "search");

  private final Contract contract;
  private final Texts texts;
  private final Pseudonyms pseudonyms;
  private final Headers headers;
  private final Bodies bodies;
  private final Set<String> pathWords;

  /** What requests and answers are redacted with. */
  record Tools(
      Contract contract, Texts texts, Pseudonyms pseudonyms, Headers headers, Bodies bodies) {}

  Requests(Tools tools) {
    contract = tools.contract();
    texts = tools.texts();
    pseudonyms = tools.pseudonyms();
    headers = tools.headers();
    bodies = tools.bodies();
    pathWords = texts.pathWords();
  }

  /** The operation of a request, null when the contract has none. */
  @Nullable Operation operationOrNull(ApiRequest request) {
    return contract.route(request.method(), request.rawPath()) instanceof Routing.Found found
        ? found.operation()
        : null;
  }

  ApiRequest redacted(ApiRequest request) {
    var operation = operationOrNull(request);
    var parts = bodies.parts(operation, request);
    return new ApiRequest(
        method(request.method()),
        path(operation, request.rawPath()),
        request.rawQuery() == null
            ? null
            : Pairs.rewritten(request.rawQuery(), pair -> pair(operation, pair)),
        headers.redacted(request.headers()),
        request.parts().isEmpty() ? bodies.request(operation, request) : new byte[0],
        parts);
  }

  private static String method(String method) {
    return method.matches("[A-Z]{3,7}") ? method : "UNKNOWN";
  }

  private String path(@Nullable Operation operation, String rawPath) {
    var template = operation == null ? new String[0] : operation.path().split("/", -1);
    var segments = new ArrayList<String>();
    var raw = rawPath.split("/", -1);
    for (int i = 0; i < raw.length; i++) {
      segments.add(segment(operation, i < template.length ? template[i] : "", raw[i]));
    }
    return String.join("/", segments);
  }

  private String segment(@Nullable Operation operation, String template, String raw) {
    if (operation != null && template.startsWith("{")) {
      var name = template.substring(1, template.length() - 1);
      var value = Map.entry(name, Pairs.decoded(raw));
      var made =
          texts
              .parameter(operation, "path", value, pseudonyms)
              .orElseGet(() -> pseudonyms.segment(value.getValue()));
      return Urls.encodedLike(raw, made);
    }
    return raw.isEmpty() || pathWords.contains(raw) || TRIED.contains(raw)
        ? raw
        : Urls.encodedLike(raw, pseudonyms.segment(Pairs.decoded(raw)));
  }

  private Map.Entry<String, String> pair(
      @Nullable Operation operation, Map.Entry<String, String> pair) {
    var known =
        operation == null
            ? Optional.<String>empty()
            : texts.parameter(operation, "query", pair, pseudonyms);
    return known
        .map(value -> Map.entry(pair.getKey(), value))
        .orElseGet(() -> pseudonyms.unknownPair(pair));
  }
}
