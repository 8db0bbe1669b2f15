package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The lines of a socket's file, one JSON object each: the upgrade, the frames, the end. */
final class SocketLines {
  private SocketLines() {}

  static ObjectNode opening(Duration after, ApiRequest upgrade) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("afterMs", after.toMillis()).put("url", RequestPattern.url(upgrade));
    MappingWriting.addHeaders(json, upgrade.headers());
    return json;
  }

  static ObjectNode of(RecordedFrame frame) {
    return line(frame.after(), frame.sender()).put("text", frame.text());
  }

  static ObjectNode of(RecordedEnd end) {
    return line(end.after(), end.sender()).put("code", end.code()).put("reason", end.reason());
  }

  private static ObjectNode line(Duration after, Sender sender) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("afterMs", after.toMillis())
        .put("from", sender.name().toLowerCase(Locale.ROOT));
  }

  static RecordedSocket opening(JsonNode line) throws UnreadableException {
    if (!line.path("url").isTextual()) {
      throw new UnreadableException("url", "is missing: the first line tells the upgrade");
    }
    var url = line.path("url").asText();
    int mark = url.indexOf('?');
    var upgrade =
        new ApiRequest(
            "GET",
            mark < 0 ? url : url.substring(0, mark),
            mark < 0 ? null : url.substring(mark + 1),
            MappingReading.headers(line),
            new byte[0],
            List.of());
    return new RecordedSocket(after(line), upgrade, List.of(), null);
  }

  static boolean isEnd(JsonNode line) {
    return line.has("code");
  }

  static RecordedFrame frame(JsonNode line) throws UnreadableException {
    if (!line.path("text").isTextual()) {
      throw new UnreadableException("text", "is missing: a line is a frame or the end");
    }
    return new RecordedFrame(after(line), sender(line), line.path("text").asText());
  }

  static RecordedEnd end(JsonNode line) throws UnreadableException {
    return new RecordedEnd(
        after(line), sender(line), line.path("code").asInt(), line.path("reason").asText());
  }

  private static Duration after(JsonNode line) throws UnreadableException {
    var millis = line.path("afterMs");
    if (!millis.canConvertToLong() || !millis.isNumber() || millis.asLong() < 0) {
      throw new UnreadableException(
          "afterMs",
          "must be a number of milliseconds, not " + (millis.isMissingNode() ? "missing" : millis));
    }
    return Duration.ofMillis(millis.asLong());
  }

  private static Sender sender(JsonNode line) throws UnreadableException {
    return switch (line.path("from").asText()) {
      case "app" -> Sender.APP;
      case "client" -> Sender.CLIENT;
      default -> throw new UnreadableException("from", "must be app or client");
    };
  }
}
