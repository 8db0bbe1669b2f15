package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingHead;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client's day with a fake, recorded call by call. Each call takes 100 ms of the world's time.
 */
final class Day {
  private static final Duration STEP = Duration.ofMillis(100);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final FakeBeeper beeper;
  private final FakeWorld world;
  private final Instant start;
  private final List<RecordedCall> calls = new ArrayList<>();
  private final List<RecordedFrame> frames = new ArrayList<>();

  Day(FakeBeeper beeper, FakeWorld world) {
    this.beeper = beeper;
    this.world = world;
    this.start = world.now();
  }

  JsonNode get(String pathAndQuery) {
    return Json.parse(ask("GET", pathAndQuery, null).body());
  }

  JsonNode send(String method, String pathAndQuery, String json) {
    var answer = ask(method, pathAndQuery, json).body();
    return answer.length == 0 ? Json.mapper().missingNode() : Json.parse(answer);
  }

  RecordedAnswer ask(String method, String pathAndQuery, String json) {
    var headers = json == null ? Map.<String, List<String>>of() : contentType("application/json");
    var body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    return ask(request(method, pathAndQuery, HttpHeaders.of(headers), body, List.of()));
  }

  RecordedAnswer ask(String pathAndQuery, Map<String, String> headers) {
    var all = HttpHeaders.none();
    for (var header : headers.entrySet()) {
      all = all.with(header.getKey(), header.getValue());
    }
    return ask(request("GET", pathAndQuery, all, new byte[0], List.of()));
  }

  JsonNode upload(String name, byte[] content) {
    var text =
        "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n--line--\r\n"
            .formatted(name, new String(content, StandardCharsets.UTF_8));
    var parts = List.of(new BodyPart("file", name, "text/plain", content));
    var headers = HttpHeaders.of(contentType("multipart/form-data; boundary=line"));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Json.parse(ask(request("POST", "/v1/assets/upload", headers, bytes, parts)).body());
  }

  private static Map<String, List<String>> contentType(String type) {
    return Map.of("Content-Type", List.of(type));
  }

  private static ApiRequest request(
      String method, String target, HttpHeaders headers, byte[] body, List<BodyPart> parts) {
    var mark = target.indexOf('?');
    var path = mark < 0 ? target : target.substring(0, mark);
    var query = mark < 0 ? null : target.substring(mark + 1);
    return new ApiRequest(method, path, query, headers, body, parts);
  }

  private RecordedAnswer ask(ApiRequest request) {
    var answer = answer(request);
    var after = Duration.between(start, world.now());
    world.advance(STEP);
    calls.add(new RecordedCall(after, Duration.ofMillis(40), request, answer));
    return answer;
  }

  private RecordedAnswer answer(ApiRequest request) {
    var query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
    var sent =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + request.rawPath() + query))
            .header("Authorization", "Bearer " + world.token())
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .asMap()
        .forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
    try {
      HttpResponse<byte[]> answer = CLIENT.send(sent.build(), BodyHandlers.ofByteArray());
      return new RecordedAnswer(
          answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the app said on the socket, now. */
  void heard(String frame) {
    var after = Duration.between(start, world.now());
    frames.add(new RecordedFrame(after, RecordedFrame.Sender.APP, frame));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Recording recording() {
    var socket =
        new RecordedSocket(Duration.ZERO, ApiRequest.of("GET", "/v1/ws", null), frames, null);
    var sockets = frames.isEmpty() ? List.<RecordedSocket>of() : List.of(socket);
    return new Recording(new RecordingHead(start, "5.0.0", "4.3.0"), calls, sockets);
  }
}
