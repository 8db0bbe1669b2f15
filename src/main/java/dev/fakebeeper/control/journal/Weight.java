package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Body;

/**
 * Estimates how many bytes an entry keeps from being collected, without rendering any of it.
 *
 * <p>What an answer shows of the world ({@code JsonFragment}) is shared by all answers that show
 * it, and mostly with the world itself, so it counts as a reference. A journal can hold on to old
 * fragments only as fast as entities change, so the number of entries bounds them too.
 */
final class Weight {
  /** Records, headers and the parser's own texts, as measured on ordinary requests. */
  private static final long EXCHANGE = 1_500;

  private static final long EVENT = 200;
  private static final long NODE = 50;
  private static final long REFERENCE = 8;

  private Weight() {}

  static long of(Entry entry) {
    if (entry instanceof SocketEvent event) {
      return EVENT + event.text().length();
    }
    if (entry instanceof Exchange exchange) {
      return EXCHANGE + of(exchange.request()) + of(exchange.response().body());
    }
    if (entry instanceof Incident incident) {
      return EVENT + incident.text().length();
    }
    throw new AssertionError("unknown entry: " + entry);
  }

  private static long of(ApiRequest request) {
    long bytes = request.body().length;
    for (var part : request.parts()) {
      bytes += part.content().length;
    }
    return bytes;
  }

  private static long of(Body body) {
    if (body instanceof Body.Json json) {
      return of(json.tree());
    }
    if (body instanceof Body.Page page) {
      return REFERENCE * page.items().size() + of(page.rest());
    }
    if (body instanceof Body.Items items) {
      return REFERENCE * items.items().size();
    }
    return body instanceof Body.Text text ? text.text().length() : REFERENCE;
  }

  private static long of(JsonNode tree) {
    long bytes = NODE;
    if (tree.isTextual()) {
      return bytes + tree.textValue().length();
    }
    for (var child : tree) {
      bytes += of(child);
    }
    return bytes;
  }
}
