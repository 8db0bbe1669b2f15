package dev.fakebeeper.recording;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Calls for tests of recordings. */
public final class Calls {
  private static final HttpHeaders JSON =
      HttpHeaders.of(Map.of("Content-Type", List.of("application/json")));

  private Calls() {}

  /** A GET that was answered with JSON. */
  public static RecordedCall get(String url, int status, String json) {
    return call(request("GET", url, ""), answer(status, json));
  }

  /** A POST of JSON that was answered with JSON. */
  public static RecordedCall post(String url, String body, String json) {
    return call(request("POST", url, body), answer(200, json));
  }

  /** A call of the first second. */
  public static RecordedCall call(ApiRequest request, RecordedAnswer answer) {
    return new RecordedCall(Duration.ofMillis(250), Duration.ofMillis(7), request, answer);
  }

  /** A call whose answer took a while. */
  public static RecordedCall call(ApiRequest request, Duration took, RecordedAnswer answer) {
    return new RecordedCall(Duration.ofMillis(250), took, request, answer);
  }

  /** Writes a recording of nothing else. */
  public static void write(Path folder, RecordedCall... calls) throws IOException {
    var head = new RecordingHead(Instant.parse("2026-03-02T09:00:00Z"), null, null);
    try (var writer =
        RecordingFolder.at(folder).write(head, RecordingFolder.Existing.REFUSE, FileGate.OPEN)) {
      for (var call : calls) {
        writer.write(call, CallNotes.of(""));
      }
    }
  }

  /** A request with a JSON body, or none when it is empty. */
  public static ApiRequest request(String method, String url, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return request(method, url, body.isEmpty() ? HttpHeaders.none() : JSON, bytes, List.of());
  }

  static ApiRequest request(
      String method, String url, HttpHeaders headers, byte[] body, List<BodyPart> parts) {
    int mark = url.indexOf('?');
    var path = mark < 0 ? url : url.substring(0, mark);
    var query = mark < 0 ? null : url.substring(mark + 1);
    return new ApiRequest(method, path, query, headers, body, parts);
  }

  /** An answer with JSON, or without a body when it is empty. */
  public static RecordedAnswer answer(int status, String json) {
    return new RecordedAnswer(
        status, json.isEmpty() ? HttpHeaders.none() : JSON, json.getBytes(StandardCharsets.UTF_8));
  }
}
