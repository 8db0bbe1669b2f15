package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One event socket as an entry of an HTTP archive, in the form of Chrome: an upgrade with {@code
 * _webSocketMessages}. What the client sent is {@code send}.
 */
final class HarSocket {
  private static final String PATH = "/v1/ws";
  private static final int TEXT = 1;

  private final String host;
  private final Function<Entry, Redaction> redactions;

  HarSocket(String host, Function<Entry, Redaction> redactions) {
    this.host = host;
    this.redactions = redactions;
  }

  /** The entry of one socket's events, which are in order. */
  ObjectNode of(List<SocketEvent> events) {
    var first = events.get(0).at();
    var span = Duration.between(first, events.get(events.size() - 1).at());
    var millis = BigDecimal.valueOf(Math.max(0, span.toMillis()));
    var entry = HarExchange.object().put("startedDateTime", first.toString()).put("time", millis);
    var request = HarExchange.start("GET", "ws://" + host + PATH);
    request.putArray("headers");
    request.putArray("queryString");
    entry.set("request", request.put("headersSize", -1).put("bodySize", 0));
    entry.set("response", switched());
    entry.putObject("cache");
    entry.set("timings", HarExchange.timings(millis));
    entry.put("comment", events.get(0).socket()).put("_resourceType", "websocket");
    entry.set("_webSocketMessages", messages(events));
    return entry;
  }

  private static ObjectNode switched() {
    var response = HarExchange.answer(101, "Switching Protocols");
    response.putArray("headers");
    response.putObject("content").put("size", 0).put("mimeType", "x-unknown");
    return response.put("redirectURL", "").put("headersSize", -1).put("bodySize", 0);
  }

  private ArrayNode messages(List<SocketEvent> events) {
    var messages = JsonNodeFactory.instance.arrayNode();
    for (var event : events) {
      if (event.kind() == Kind.SENT || event.kind() == Kind.RECEIVED) {
        messages
            .addObject()
            .put("type", event.kind() == Kind.RECEIVED ? "send" : "receive")
            .put("time", seconds(event.at()))
            .put("opcode", TEXT)
            .put("data", data(event));
      }
    }
    return messages;
  }

  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }

  private String data(SocketEvent event) {
    var frame = Frames.tree(event);
    return frame.isMissingNode() ? event.text() : redactions.apply(event).frame(frame).toString();
  }
}
