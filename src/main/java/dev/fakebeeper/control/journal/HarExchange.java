package dev.fakebeeper.control.journal;

import dev.fakebeeper.recording.har.HarEntry;
import dev.fakebeeper.recording.har.Pairs;
import java.util.stream.Stream;

/** One exchange as an entry of an HTTP archive. */
final class HarExchange {
  private HarExchange() {}

  /** The host that a request names. */
  static Stream<String> host(Entry entry) {
    return entry instanceof Exchange exchange
        ? exchange.request().headers().first("Host").stream()
        : Stream.empty();
  }

  static HarEntry of(Exchange exchange, Redaction redaction) {
    var diagnosis = exchange.diagnosis();
    return new HarEntry(
        exchange.at(),
        EntryJson.millis(exchange),
        request(exchange, redaction),
        answer(exchange, redaction),
        diagnosis == null ? null : redaction.text(diagnosis.line()),
        null);
  }

  private static HarEntry.Request request(Exchange exchange, Redaction redaction) {
    var request = exchange.request();
    // headers, query, body: the order in which secrets get their numbers
    var headers = Pairs.of(request.headers(), redaction::value);
    var query = request.rawQuery();
    var shownQuery = query == null ? "" : redaction.pairs(query);
    var host = host(exchange).findFirst().orElse("localhost");
    var url = "http://" + host + request.rawPath() + (shownQuery.isEmpty() ? "" : "?" + shownQuery);
    var posted =
        BodyJson.of(exchange, redaction).map(body -> HarBody.posted(exchange, body, redaction));
    return new HarEntry.Request(
        request.method(),
        url,
        headers,
        Pairs.of(shownQuery),
        posted.orElse(null),
        exchange.requestBytes());
  }

  private static HarEntry.Answer answer(Exchange exchange, Redaction redaction) {
    var response = exchange.response();
    var headers = Pairs.of(response.headers(), redaction::value);
    var content = HarBody.content(response.body(), redaction);
    var location = response.headers().first("Location").orElse("");
    return new HarEntry.Answer(
        response.status(),
        headers,
        content.mimeType(),
        content.size(),
        content.text(),
        redaction.value("Location", location));
  }
}
