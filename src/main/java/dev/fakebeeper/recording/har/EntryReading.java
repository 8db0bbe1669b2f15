package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of an archive. */
final class EntryReading {
  /** Of the connection, or of a body that archives hold decoded. */
  private static final Set<String> NOT_KEPT =
      Set.of(
          "connection", "content-encoding", "content-length", "date", "host", "transfer-encoding");

  private static final int TEXT = 1;

  private final JsonNode entry;
  private final String place;
  private final String url;
  private final Instant startedAt;
  private final String origin;

  private EntryReading(JsonNode entry, String place) throws MisreadException {
    this.entry = entry;
    this.place = place;
    this.url = entry.at("/request/url").asText();
    this.startedAt = startedAt(entry.path("startedDateTime").asText(), place);
    this.origin = origin(url, place);
  }

  static EntryReading of(JsonNode entry, String place) throws MisreadException {
    return new EntryReading(entry, place);
  }

  private static Instant startedAt(String text, String place) throws MisreadException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new MisreadException(
          place + "/startedDateTime", "\"" + text + "\" is no time in ISO 8601", e);
    }
  }

  private static String origin(String url, String place) throws MisreadException {
    try {
      return Origin.plain(url);
    } catch (IllegalArgumentException e) {
      throw new MisreadException(place + "/request/url", "\"" + url + "\" is no URL", e);
    }
  }

  String origin() {
    return origin;
  }

  Instant startedAt() {
    return startedAt;
  }

  boolean isSocket() {
    return entry.has("_webSocketMessages") || url.startsWith("ws");
  }

  String method() {
    return entry.at("/request/method").asText("GET").toUpperCase(Locale.ROOT);
  }

  String path() {
    var rest = pathAndQuery();
    var query = rest.indexOf('?');
    var path = query < 0 ? rest : rest.substring(0, query);
    return path.isEmpty() ? "/" : path;
  }

  private @Nullable String query() {
    var rest = pathAndQuery();
    var query = rest.indexOf('?');
    return query < 0 ? null : rest.substring(query + 1);
  }

  private String pathAndQuery() {
    return url.substring(Origin.startOfPath(url)).split("#", 2)[0];
  }

  RecordedCall call(Instant start, List<String> findings) throws MisreadException {
    var request = entry.path("request");
    var headers = headers(request.path("headers"));
    var body = PostedReading.of(request.path("postData"), headers, place + "/request/postData");
    var took = entry.path("time").decimalValue().max(BigDecimal.ZERO).movePointRight(6);
    return new RecordedCall(
        Duration.between(start, startedAt),
        Duration.ofNanos(took.longValue()),
        new ApiRequest(method(), path(), query(), headers, body.bytes(), body.parts()),
        answer(findings));
  }

  private RecordedAnswer answer(List<String> findings) throws MisreadException {
    var response = entry.path("response");
    var headers = headers(response.path("headers"));
    var redirect = response.path("redirectURL").asText();
    if (!redirect.isEmpty() && headers.first("Location").isEmpty()) {
      headers = headers.with("Location", redirect);
    }
    var content = response.path("content");
    var type = content.path("mimeType").asText();
    if (headers.first("Content-Type").isEmpty() && type.indexOf('/') > 0) {
      headers = headers.with("Content-Type", type);
    }
    if (!content.has("text") && content.path("size").asLong() > 0) {
      findings.add(place + "/response/content: the body was not saved with the archive");
    }
    return new RecordedAnswer(
        response.path("status").asInt(), headers, bytes(content, place + "/response/content"));
  }

  private static byte[] bytes(JsonNode content, String place) throws MisreadException {
    try {
      return Text.bytes(content.path("text").asText(), content.path("encoding").asText());
    } catch (IllegalArgumentException e) {
      throw new MisreadException(place, "the text is not what its encoding says", e);
    }
  }

  private static HttpHeaders headers(JsonNode list) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (var header : list) {
      var name = header.path("name").asText();
      // names that begin with a colon are those of HTTP/2 itself
      if (!name.isEmpty()
          && !name.startsWith(":")
          && !NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
        all.computeIfAbsent(name, n -> new ArrayList<>()).add(header.path("value").asText());
      }
    }
    return HttpHeaders.of(all);
  }

  RecordedSocket socket(Instant start, List<String> findings) throws MisreadException {
    var upgrade =
        new ApiRequest(
            "GET", path(), query(), headers(entry.at("/request/headers")), new byte[0], List.of());
    var frames = new ArrayList<RecordedFrame>();
    var messages = entry.path("_webSocketMessages");
    for (var i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      if (message.path("opcode").asInt(TEXT) == TEXT) {
        frames.add(
            new RecordedFrame(since(message), sender(message), message.path("data").asText()));
      } else {
        findings.add(place + "/_webSocketMessages/" + i + ": no text, and left out");
      }
    }
    return new RecordedSocket(Duration.between(start, startedAt), upgrade, frames, end());
  }

  private @Nullable RecordedEnd end() {
    var end = entry.path("_webSocketEnd");
    return end.isMissingNode()
        ? null
        : new RecordedEnd(
            since(end), sender(end), end.path("code").asInt(), end.path("reason").asText());
  }

  private static Sender sender(JsonNode message) {
    return message.path("type").asText().equals("send") ? Sender.CLIENT : Sender.APP;
  }

  /** Their times are seconds since 1970, with a fraction. */
  private Duration since(JsonNode message) {
    var seconds = message.path("time").decimalValue();
    var nanos = seconds.movePointRight(9).toBigInteger().longValue();
    var since = Duration.between(startedAt, Instant.EPOCH.plusNanos(nanos));
    return since.isNegative() ? Duration.ZERO : since;
  }
}
