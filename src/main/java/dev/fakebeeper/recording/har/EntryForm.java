package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The JSON of one entry, its members in the order of the specification. */
final class EntryForm {
  private static final String PROTOCOL = "HTTP/1.1";
  private static final int UNKNOWN = -1;
  private static final int TEXT = 1;

  private EntryForm() {}

  static ObjectNode of(HarEntry entry) {
    var json = object().put("startedDateTime", entry.startedAt().toString());
    json.put("time", entry.millis());
    json.set("request", request(entry.request()));
    json.set("response", answer(entry));
    json.putObject("cache");
    json.putObject("timings").put("send", 0).put("wait", entry.millis()).put("receive", 0);
    if (entry.comment() != null) {
      json.put("comment", entry.comment());
    }
    var socket = entry.socket();
    if (socket != null) {
      addSocket(json, socket);
    }
    return json;
  }

  private static ObjectNode request(HarEntry.Request request) {
    var json = object().put("method", request.method()).put("url", request.url());
    json.put("httpVersion", PROTOCOL).putArray("cookies");
    json.set("headers", pairs(request.headers()));
    json.set("queryString", pairs(request.query()));
    var posted = request.posted();
    if (posted != null) {
      json.set("postData", posted(posted));
    }
    return json.put("headersSize", UNKNOWN).put("bodySize", request.bodySize());
  }

  private static ObjectNode posted(HarEntry.Posted posted) {
    var json = object().put("mimeType", posted.mimeType());
    var params = json.putArray("params");
    posted.params().forEach(param -> params.add(param(param)));
    var text = posted.text();
    json.put("text", text.text() == null ? "" : text.text());
    // Requests have no member for it in the specification, which leaves "_" to applications.
    return text.encoding() == null ? json : json.put("_encoding", text.encoding());
  }

  private static ObjectNode param(HarEntry.Param param) {
    var json = object().put("name", param.name());
    var value = param.value();
    if (value != null) {
      json.put("value", value.text());
    }
    if (value != null && value.encoding() != null) {
      json.put("_encoding", value.encoding());
    }
    if (param.fileName() != null) {
      json.put("fileName", param.fileName());
    }
    return param.contentType() == null ? json : json.put("contentType", param.contentType());
  }

  private static ObjectNode answer(HarEntry entry) {
    var answer = entry.answer();
    var json = object().put("status", answer.status());
    json.put("statusText", entry.socket() == null ? "" : "Switching Protocols");
    json.put("httpVersion", PROTOCOL).putArray("cookies");
    json.set("headers", pairs(answer.headers()));
    json.set("content", content(answer));
    return json.put("redirectURL", answer.redirect())
        .put("headersSize", UNKNOWN)
        .put("bodySize", answer.size());
  }

  private static ObjectNode content(HarEntry.Answer answer) {
    var json = object().put("size", answer.size()).put("mimeType", answer.mimeType());
    if (answer.body().text() != null) {
      json.put("text", answer.body().text());
    }
    return answer.body().encoding() == null ? json : json.put("encoding", answer.body().encoding());
  }

  private static void addSocket(ObjectNode json, HarEntry.Socket socket) {
    json.put("_resourceType", "websocket");
    var messages = json.putArray("_webSocketMessages");
    for (var message : socket.messages()) {
      messages
          .addObject()
          .put("type", message.sender() == Sender.CLIENT ? "send" : "receive")
          .put("time", seconds(message.at()))
          .put("opcode", TEXT)
          .put("data", message.text());
    }
    var end = socket.end();
    if (end != null) {
      json.putObject("_webSocketEnd")
          .put("type", end.sender() == Sender.CLIENT ? "send" : "receive")
          .put("time", seconds(end.at()))
          .put("code", end.code())
          .put("reason", end.reason());
    }
  }

  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }

  private static ArrayNode pairs(List<HarEntry.Pair> pairs) {
    var array = JsonNodeFactory.instance.arrayNode();
    pairs.forEach(pair -> array.addObject().put("name", pair.name()).put("value", pair.value()));
    return array;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
