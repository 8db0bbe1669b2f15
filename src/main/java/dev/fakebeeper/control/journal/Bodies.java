package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.JsonBody;
import java.nio.charset.StandardCharsets;

/** Questions about bodies and frames. */
final class Bodies {
  private Bodies() {}

  /** A path must lead to a value. */
  static Criterion leadsTo(String where, String path, Object value) {
    var paths = new JsonPaths(path);
    var wanted = JsonPaths.value(value);
    return new Criterion(
        where + " " + path,
        Show.shortened(wanted.toString()),
        look -> paths.leadsTo(look.body(), wanted),
        look -> Show.found(look, paths));
  }

  /** A path must lead somewhere. */
  static Criterion has(String where, String path) {
    var paths = new JsonPaths(path);
    return new Criterion(
        where + " " + path,
        "something",
        look -> !paths.read(look.body()).isEmpty(),
        look -> Show.found(look, paths));
  }

  /** Whether a text stands in the query, the body or the answer, as they are on the wire. */
  static boolean contains(Exchange exchange, String text) {
    var request = exchange.request();
    var query = request.rawQuery();
    return (query != null && query.contains(text))
        || new String(request.body(), StandardCharsets.UTF_8).contains(text)
        || answer(exchange.response().body()).contains(text);
  }

  private static String answer(Body body) {
    return body instanceof Body.Text text
        ? text.text()
        : JsonBody.tree(body).map(JsonNode::toString).orElse("");
  }
}
