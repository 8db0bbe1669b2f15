package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.QueryText;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One exchange as an entry of an HTTP archive. */
final class HarExchange {
  private static final String PROTOCOL = "HTTP/1.1";
  private static final int UNKNOWN = -1;

  private HarExchange() {}

  /** The host that a request names. */
  static Stream<String> host(Entry entry) {
    return entry instanceof Exchange exchange
        ? exchange.request().headers().first("Host").stream()
        : Stream.empty();
  }

  static ObjectNode of(Exchange exchange, Redaction redaction) {
    var entry = object().put("startedDateTime", exchange.at().toString());
    var millis = EntryJson.millis(exchange);
    entry.put("time", millis);
    entry.set("request", request(exchange, redaction));
    entry.set("response", response(exchange, redaction));
    entry.putObject("cache");
    entry.set("timings", timings(millis));
    var diagnosis = exchange.diagnosis();
    if (diagnosis != null) {
      entry.put("comment", redaction.text(diagnosis.line()));
    }
    return entry;
  }

  static ObjectNode timings(BigDecimal wait) {
    return object().put("send", 0).put("wait", wait).put("receive", 0);
  }

  private static ObjectNode request(Exchange exchange, Redaction redaction) {
    var request = exchange.request();
    var headers = headers(request.headers(), redaction);
    var query = request.rawQuery();
    var shownQuery = query == null ? "" : redaction.pairs(query);
    var host = host(exchange).findFirst().orElse("localhost");
    var url = "http://" + host + request.rawPath() + (shownQuery.isEmpty() ? "" : "?" + shownQuery);
    var json = start(request.method(), url);
    json.set("headers", headers);
    json.set("queryString", pairs(shownQuery));
    BodyJson.of(exchange, redaction)
        .ifPresent(body -> json.set("postData", HarBody.posted(exchange, body, redaction)));
    return json.put("headersSize", UNKNOWN).put("bodySize", exchange.requestBytes());
  }

  /** The members of every request, in the order of the specification. */
  static ObjectNode start(String method, String url) {
    var json = object().put("method", method).put("url", url).put("httpVersion", PROTOCOL);
    json.putArray("cookies");
    return json;
  }

  private static ObjectNode response(Exchange exchange, Redaction redaction) {
    var response = exchange.response();
    var json = answer(response.status(), "");
    json.set("headers", headers(response.headers(), redaction));
    var content = HarBody.content(response.body(), redaction);
    var size = content.path("size").asLong();
    json.set("content", content);
    var location = response.headers().first("Location").orElse("");
    return json.put("redirectURL", redaction.value("Location", location))
        .put("headersSize", UNKNOWN)
        .put("bodySize", size);
  }

  /** The members of every answer up to its headers. */
  static ObjectNode answer(int status, String statusText) {
    var json = object().put("status", status).put("statusText", statusText);
    json.put("httpVersion", PROTOCOL).putArray("cookies");
    return json;
  }

  private static ArrayNode headers(HttpHeaders headers, Redaction redaction) {
    var array = JsonNodeFactory.instance.arrayNode();
    headers
        .asMap()
        .forEach(
            (name, values) ->
                values.forEach(value -> add(array, name, redaction.value(name, value))));
    return array;
  }

  /** Names and values of a query or a form, decoded. */
  static ArrayNode pairs(@Nullable String raw) {
    var array = JsonNodeFactory.instance.arrayNode();
    QueryText.parse(raw)
        .values()
        .forEach((name, values) -> values.forEach(value -> add(array, name, value)));
    return array;
  }

  private static void add(ArrayNode array, String name, String value) {
    array.addObject().put("name", name).put("value", value);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
