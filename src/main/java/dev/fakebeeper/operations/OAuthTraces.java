package dev.fakebeeper.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.QueryText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What in a request of the OAuth family tells whose it is: a browser cannot send a header of ours,
 * and a client that has no token yet sends none of the vendor's.
 */
final class OAuthTraces {
  private static final String FAMILY = "/oauth/";

  /** The strongest first: a token and a code belong to one world, a client may be known in more. */
  private static final List<String> NAMES = List.of("token", "code", "request", "client_id");

  private OAuthTraces() {}

  /** Ids and tokens that the request names, the strongest first; none outside the family. */
  static List<String> of(ApiRequest request) {
    if (!request.rawPath().startsWith(FAMILY)) {
      return List.of();
    }
    var traces = new ArrayList<String>();
    addPairs(request.rawQuery(), traces);
    if (request.body().length > 0) {
      addBody(request, traces);
    }
    return traces;
  }

  private static void addPairs(@Nullable String raw, List<String> traces) {
    var values = QueryText.parse(raw).values();
    NAMES.forEach(name -> traces.addAll(values.getOrDefault(name, List.of())));
  }

  private static void addBody(ApiRequest request, List<String> traces) {
    var text = new String(request.body(), StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("{")) {
      addJson(text, traces);
    } else {
      addPairs(text, traces);
    }
  }

  private static void addJson(String text, List<String> traces) {
    try {
      var body = Json.mapper().readTree(text);
      NAMES.forEach(name -> add(body.path(name), traces));
      add(body.at("/clientInfo/clientID"), traces);
    } catch (JsonProcessingException e) {
      // What is wrong with it, the contract tells; it names nobody.
    }
  }

  private static void add(JsonNode value, List<String> traces) {
    if (value.isTextual()) {
      traces.add(value.textValue());
    }
  }
}
