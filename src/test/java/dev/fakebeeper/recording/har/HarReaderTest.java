package dev.fakebeeper.recording.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTest {

  private static HarReading chromium(String origin) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HarReaderTest.class.getResourceAsStream("chromium.har"))) {
      return HarReader.read("chromium.har", in, origin);
    }
  }

  private static HarReading read(String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return HarReader.read("my.har", in, null);
  }

  @Test
  void the_calls_of_the_app_are_read_and_those_of_others_counted() throws Exception {
    var reading = chromium(null);

    assertThat(reading.origin()).isEqualTo("http://localhost:23373");
    assertThat(reading.otherHosts()).isEqualTo(1);
    assertThat(reading.recording().calls()).hasSize(3);
    assertThat(reading.recording().head().desktopVersion()).isEqualTo("4.3.73");
    assertThat(reading.recording().head().startedAt())
        .isEqualTo(Instant.parse("2026-09-01T10:00:01.250Z"));
  }

  @Test
  void a_call_is_as_the_browser_saw_it_without_what_belongs_to_the_connection() throws Exception {
    var call = chromium(null).recording().calls().get(0);

    assertThat(call.request().rawPath()).isEqualTo("/v1/chats");
    assertThat(call.request().rawQuery()).isEqualTo("accountIDs=matrix");
    assertThat(call.request().headers().asMap()).containsOnlyKeys("Accept", "Authorization");
    assertThat(call.took()).isEqualTo(Duration.ofNanos(12_500_000));
    assertThat(call.answer().headers().asMap())
        .containsOnlyKeys("content-type", "X-Beeper-Desktop-Version");
    assertThat(call.answer().body()).asString().startsWith("{\"items\"");
  }

  @Test
  void a_multipart_body_that_was_saved_as_text_is_taken_apart() throws Exception {
    var call = chromium(null).recording().calls().get(1);

    assertThat(call.after()).isEqualTo(Duration.ofMillis(750));
    assertThat(call.request().body()).isEmpty();
    assertThat(call.request().parts()).hasSize(2);
    var file = call.request().parts().get(0);
    assertThat(file.name()).isEqualTo("file");
    assertThat(file.fileName()).isEqualTo("plan.txt");
    assertThat(file.contentType()).isEqualTo("text/plain");
    assertThat(file.content()).asString().isEqualTo("first\r\n\r\nsecond");
    assertThat(call.request().parts().get(1).fileName()).isNull();
  }

  @Test
  void a_redirect_leads_where_it_led() throws Exception {
    var answer = chromium(null).recording().calls().get(1).answer();

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers().first("Location")).hasValue("http://localhost:23373/elsewhere");
  }

  @Test
  void bytes_in_base64_are_bytes_again() throws Exception {
    var answer = chromium(null).recording().calls().get(2).answer();

    assertThat(answer.body()).containsExactly(0, 0xff, 0xfe, 1);
    assertThat(answer.contentType()).hasValue("application/octet-stream");
  }

  @Test
  void a_socket_has_its_frames_with_their_times() throws Exception {
    var reading = chromium(null);
    var socket = reading.recording().sockets().get(0);

    assertThat(socket.after()).isEqualTo(Duration.ofMillis(2750));
    assertThat(socket.upgrade().rawPath()).isEqualTo("/v1/ws");
    assertThat(socket.end()).isNull();
    assertThat(socket.frames())
        .extracting(RecordedFrame::sender, RecordedFrame::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Sender.APP, Duration.ofMillis(250)),
            org.assertj.core.groups.Tuple.tuple(Sender.CLIENT, Duration.ofMillis(500)));
    assertThat(reading.findings())
        .containsExactly("/log/entries/4/_webSocketMessages/2: no text, and left out");
  }

  @Test
  void whoever_names_another_address_gets_its_entries() throws Exception {
    var reading = chromium("https://cdn.example");

    assertThat(reading.recording().calls()).hasSize(1);
    assertThat(reading.otherHosts()).isEqualTo(4);
  }

  @Test
  void an_archive_without_a_call_of_the_api_is_refused_with_the_addresses_in_it() {
    assertThatThrownBy(() -> chromium("http://localhost:9"))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "chromium.har has no call of the Beeper Desktop API at http://localhost:9: its 5 entries are of [http://localhost:23373, https://cdn.example]. Give the address that the app had (--origin).");
  }

  @Test
  void a_broken_file_is_refused_with_the_place() {
    assertThatThrownBy(() -> read("{\"log\": {\n \"entries\": [ {\n"))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("my.har:3:1 is no JSON, so it is no HTTP archive: Unexpected end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "", "{\"log\":{\"entries\":{}}}"})
  void another_file_is_refused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("my.har is no HTTP archive: there is no list at /log/entries.");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> HarReader.read(Path.of("no-such.har"), null))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("no-such.har cannot be read: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-09-01T10:00:00Z | nowhere | /log/entries/1/request/url: \"nowhere\" is no URL. The entry is left out.",
        "yesterday | http://localhost:1/v1/info | /log/entries/1/startedDateTime: \"yesterday\" is no time in ISO 8601. The entry is left out.",
      })
  void a_broken_entry_is_left_out_and_told(String time, String url, String told) throws Exception {
    var entry =
        "{\"startedDateTime\":\"%s\",\"time\":1,\"request\":{\"method\":\"GET\",\"url\":\"%s\"},\"response\":{\"status\":200}}";
    var good = entry.formatted("2026-09-01T10:00:00Z", "http://localhost:1/v1/info");

    var reading = read("{\"log\":{\"entries\":[" + good + "," + entry.formatted(time, url) + "]}}");

    assertThat(reading.recording().calls()).hasSize(1);
    assertThat(reading.findings()).containsExactly("my.har " + told);
  }
}
