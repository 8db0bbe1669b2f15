package dev.fakebeeper.recording.har;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HarWriterTest {
  private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

  private static HttpHeaders type(String type) {
    return HttpHeaders.of(Map.of("Content-Type", List.of(type)));
  }

  private static RecordedCall call(int millis, ApiRequest request, RecordedAnswer answer) {
    return new RecordedCall(Duration.ofMillis(millis), Duration.ofMillis(7), request, answer);
  }

  private static RecordedAnswer json(String text) {
    return new RecordedAnswer(200, type("application/json"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Recording recording() {
    var parts =
        List.of(
            new BodyPart("file", "a.png", "image/png", PICTURE),
            new BodyPart("fileName", null, null, "täglich".getBytes(StandardCharsets.UTF_8)));
    var upload =
        new ApiRequest(
            "POST",
            "/v1/assets/upload",
            null,
            type("multipart/form-data; boundary=x"),
            new byte[0],
            parts);
    var form =
        new ApiRequest(
            "POST",
            "/oauth/token",
            null,
            type("application/x-www-form-urlencoded"),
            "a=1&a=2&b=%20".getBytes(StandardCharsets.UTF_8),
            List.of());
    var serve = ApiRequest.of("GET", "/v1/assets/serve", "url=mxc%3A%2F%2Fa%2Fb+c&x=%2B");
    var calls =
        List.of(
            call(0, ApiRequest.of("GET", "/v1/chats/%21a%3Ab", null), json("{\"id\":\"☕\"}")),
            call(10, upload, json("{\"uploadID\":\"u\"}")),
            call(20, form, new RecordedAnswer(204, HttpHeaders.none(), new byte[0])),
            call(30, serve, new RecordedAnswer(206, type("image/png"), PICTURE)),
            call(40, serve, new RecordedAnswer(0, HttpHeaders.none(), new byte[0])));
    var frames =
        List.of(
            new RecordedFrame(Duration.ofMillis(1), Sender.APP, "{\"type\":\"ready\"}"),
            new RecordedFrame(Duration.ofMillis(5), Sender.CLIENT, "not JSON"));
    var end = new RecordedEnd(Duration.ofMillis(90), Sender.APP, 1001, "Going away");
    var socket =
        new RecordedSocket(
            Duration.ofMillis(15), ApiRequest.of("GET", "/v1/ws", null), frames, end);
    return new Recording(new RecordingHead(START, null, null), calls, List.of(socket));
  }

  private static byte[] written(Recording recording) throws IOException {
    var out = new ByteArrayOutputStream();
    HarWriter.write(recording, out);
    return out.toByteArray();
  }

  @Test
  void a_recording_is_an_archive_as_the_specification_wants_it() throws Exception {
    try (var schema =
        Objects.requireNonNull(
            HarWriterTest.class.getResourceAsStream(
                "/dev/fakebeeper/control/journal/har-1.2.schema.json"))) {
      var settings = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      var rules = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, settings);

      assertThat(rules.validate(Json.parse(written(recording())))).isEmpty();
    }
  }

  @Test
  void entries_are_in_the_order_of_time() throws Exception {
    var entries = Json.parse(written(recording())).at("/log/entries");

    assertThat(entries).hasSize(6);
    assertThat(entries.findValuesAsText("startedDateTime").stream().map(Instant::parse)).isSorted();
    assertThat(entries.at("/2/_resourceType").asText()).isEqualTo("websocket");
  }

  @Test
  void a_recording_comes_back_as_it_was() throws Exception {
    var recording = recording();

    var reading = HarReader.read("own", new ByteArrayInputStream(written(recording)), null);

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.otherHosts()).isZero();
    assertThat(reading.recording())
        .usingRecursiveComparison()
        .withComparatorForType(
            (one, other) -> one.asMap().equals(other.asMap()) ? 0 : 1, HttpHeaders.class)
        .isEqualTo(recording);
  }
}
