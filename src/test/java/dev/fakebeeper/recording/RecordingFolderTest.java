package dev.fakebeeper.recording;

import static dev.fakebeeper.recording.Calls.answer;
import static dev.fakebeeper.recording.Calls.call;
import static dev.fakebeeper.recording.Calls.get;
import static dev.fakebeeper.recording.Calls.post;
import static dev.fakebeeper.recording.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordingFolder.Existing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {
  private static final RecordingHead HEAD =
      new RecordingHead(Instant.parse("2026-03-02T09:00:00Z"), "5.0.0", null);

  @TempDir private Path folder;

  @Test
  void what_is_written_is_read_back() throws IOException {
    var chat = get("/v1/chats/%21a%3Ab?x=1&x=2", 200, "{\"id\":\"!a:b\",\"n\":1.50}");
    var gone = call(request("DELETE", "/v1/chats/a/messages/7", ""), answer(204, ""));
    var send = post("/v1/chats/a/messages", "{\"text\":\"hi\"}", "{\"pendingMessageID\":\"p\"}");
    var odd = call(request("GET", "/v1/odd", ""), answer(500, "{ \"spaced\": true }"));

    write(chat, gone, send, odd);

    var reading = RecordingFolder.at(folder).read();
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.recording().head()).isEqualTo(HEAD);
    assertThat(reading.recording().calls())
        .usingRecursiveComparison()
        .isEqualTo(List.of(chat, gone, send, odd));
    assertThat(reading.files())
        .containsExactly(
            "mappings/0001-known.json",
            "mappings/0002-known.json",
            "mappings/0003-known.json",
            "mappings/0004-known.json");
  }

  @Test
  void headers_keep_their_case_and_their_number() throws IOException {
    var headers =
        HttpHeaders.of(
            Map.of("X-BEEPER-Desktop-version", List.of("4.3"), "Set-cookie", List.of("a", "b")));
    var call = call(request("GET", "/v1/info", ""), new RecordedAnswer(204, headers, new byte[0]));

    write(call);

    assertThat(onlyCall().answer().headers().asMap())
        .containsOnlyKeys("X-BEEPER-Desktop-version", "Set-cookie")
        .containsEntry("Set-cookie", List.of("a", "b"));
  }

  @Test
  void bytes_and_large_bodies_have_files_of_their_own() throws IOException {
    var bytes = new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff};
    var picture = HttpHeaders.of(Map.of("Content-Type", List.of("image/png")));
    var range = HttpHeaders.of(Map.of("Range", List.of("bytes=0-4")));
    var slice =
        call(
            request("GET", "/v1/assets/serve?url=x", range, new byte[0], List.of()),
            new RecordedAnswer(206, picture, bytes));
    var large = get("/v1/chats", 200, "{\"text\":\"" + "x".repeat(70_000) + "\"}");

    write(slice, large);

    assertThat(folder.resolve("__files/0001-known.bin")).hasBinaryContent(bytes);
    assertThat(folder.resolve("__files/0002-known.json")).isNotEmptyFile();
    assertThat(RecordingFolder.at(folder).read().recording().calls())
        .usingRecursiveComparison()
        .isEqualTo(List.of(slice, large));
    assertThat(mapping("0001-known").at("/request/headers/Range/equalTo").asText())
        .isEqualTo("bytes=0-4");
  }

  @Test
  void the_parts_of_an_upload_are_kept_and_its_file_is_not_compared() throws IOException {
    var file = new BodyPart("file", "a.png", "image/png", new byte[] {1, (byte) 0xfe});
    var field = new BodyPart("name", null, null, "x".getBytes(StandardCharsets.UTF_8));
    var upload =
        call(
            request(
                "POST",
                "/v1/assets/upload",
                HttpHeaders.of(Map.of("Content-Type", List.of("multipart/form-data"))),
                new byte[0],
                List.of(file, field)),
            answer(200, "{}"));

    write(upload);

    assertThat(onlyCall()).usingRecursiveComparison().isEqualTo(upload);
    assertThat(mapping("0001-known").at("/request/multipartPatterns").toString())
        .isEqualTo(
            "[{'name':'file'},{'name':'name','bodyPatterns':[{'equalTo':'x'}]}]"
                .replace('\'', '"'));
  }

  @Test
  void several_answers_to_one_request_become_a_stub_scenario_whose_last_answer_stays()
      throws IOException {
    write(
        get("/v1/a", 200, "{\"n\":1}"),
        get("/v1/b", 200, "{}"),
        get("/v1/a", 200, "{\"n\":2}"),
        get("/v1/a", 200, "{\"n\":3}"));

    assertThat(scenarioOf("0001-known")).isEqualTo("0001-known Started -> 2");
    assertThat(scenarioOf("0002-known")).isEqualTo("- - -> -");
    assertThat(scenarioOf("0003-known")).isEqualTo("0001-known 2 -> 3");
    assertThat(scenarioOf("0004-known")).isEqualTo("0001-known 3 -> -");
  }

  private String scenarioOf(String name) throws IOException {
    var mapping = mapping(name);
    return "%s %s -> %s"
        .formatted(
            mapping.path("scenarioName").asText("-"),
            mapping.path("requiredScenarioState").asText("-"),
            mapping.path("newScenarioState").asText("-"));
  }

  @Test
  void words_of_the_client_are_kept_but_not_compared() throws IOException {
    var send = post("/v1/x?query=lorem&limit=3", "{\"text\":\"lorem\",\"n\":[\"a\"]}", "{}");

    try (var writer = RecordingFolder.at(folder).write(HEAD, Existing.REFUSE, FileGate.OPEN)) {
      writer.write(send, new CallNotes("send", Set.of("/text", "/n/0"), Set.of("query")));
    }

    var pattern = mapping("0001-send").path("request");
    assertThat(pattern.at("/bodyPatterns/0/equalToJson").toString())
        .isEqualTo(
            "{'text':'${json-unit.any-string}','n':['${json-unit.any-string}']}"
                .replace('\'', '"'));
    assertThat(pattern.path("queryParameters").toString())
        .isEqualTo("{'query':{'matches':'(?s).*'},'limit':{'equalTo':'3'}}".replace('\'', '"'));
    assertThat(onlyCall()).usingRecursiveComparison().isEqualTo(send);
  }

  @Test
  void frames_are_on_disk_before_the_socket_ends() throws IOException {
    try (var writer = RecordingFolder.at(folder).write(HEAD, Existing.REFUSE, FileGate.OPEN)) {
      var socket = writer.socket(Duration.ofMillis(5), request("GET", "/v1/ws", ""));
      socket.write(new RecordedFrame(Duration.ofMillis(1), Sender.APP, "{\"type\":\"ready\"}"));

      assertThat(onlySocket().frames()).hasSize(1);
      assertThat(onlySocket().end()).isNull();

      socket.write(new RecordedEnd(Duration.ofMillis(9), Sender.CLIENT, 1000, "bye"));
    }

    assertThat(onlySocket())
        .usingRecursiveComparison()
        .isEqualTo(
            new RecordedSocket(
                Duration.ofMillis(5),
                request("GET", "/v1/ws", ""),
                List.of(
                    new RecordedFrame(Duration.ofMillis(1), Sender.APP, "{\"type\":\"ready\"}")),
                new RecordedEnd(Duration.ofMillis(9), Sender.CLIENT, 1000, "bye")));
  }

  @Test
  void a_line_that_a_crash_cut_off_is_a_finding_and_the_rest_is_read() throws IOException {
    Files.createDirectories(folder.resolve("sockets"));
    Files.writeString(
        folder.resolve("sockets/0001.jsonl"),
        """
        {"afterMs":5,"url":"/v1/ws"}
        {"afterMs":1,"from":"app","text":"a"}
        {"afterMs":2,"from":"a""");

    var reading = RecordingFolder.at(folder).read();

    assertThat(reading.recording().sockets().get(0).frames()).hasSize(1);
    assertThat(reading.findings())
        .extracting(RecordingFinding::toString)
        .containsExactly(
            "sockets/0001.jsonl:3 is no whole line of JSON; it was cut off, or edited.");
  }

  @Test
  void mappings_of_plain_wiremock_are_read() throws IOException {
    mappings(
        "many.json",
        """
        {"mappings": [
          {"request": {"method": "GET", "urlPath": "/v1/chats",
             "queryParameters": {"q": {"equalTo": "a b"}, "n": {"hasExactly": [{"equalTo": "1"}, {"equalTo": "2"}]}}},
           "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "{}"}},
          {"request": {"method": "POST", "url": "/v1/focus",
             "bodyPatterns": [{"equalToJson": "{\\"chatID\\":\\"a\\"}"}]},
           "response": {"jsonBody": {"success": true}}}
        ]}
        """);

    var reading = RecordingFolder.at(folder).read();

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.files()).containsExactly("mappings/many.json", "mappings/many.json");
    var calls = reading.recording().calls();
    assertThat(calls.get(0).request().rawQuery()).isEqualTo("q=a+b&n=1&n=2");
    assertThat(calls.get(1).request().body()).asString().isEqualTo("{\"chatID\":\"a\"}");
    assertThat(calls.get(1).answer().status()).isEqualTo(200);
    assertThat(calls.get(1).answer().body()).asString().isEqualTo("{\"success\":true}");
  }

  @Test
  void what_means_no_single_call_is_told_with_its_line() throws IOException {
    mappings(
        "1-any.json",
        "{\n\"request\": {\n\"urlPathPattern\": \"/v1/.*\",\n\"method\": \"GET\"},\n\"response\": {}}");
    mappings("2-broken.json", "{\n  \"request\": {]\n}");
    mappings(
        "3-proxy.json",
        "{\"request\":{\"method\":\"GET\",\"url\":\"/\"},\n\"response\":{\n\"proxyBaseUrl\":\"x\"}}");
    mappings(
        "4-file.json",
        "{\"request\":{\"method\":\"GET\",\"url\":\"/\"},\"response\":{\"bodyFileName\":\"../x\"}}");
    mappings("5-good.json", "{\"request\":{\"method\":\"GET\",\"url\":\"/\"},\"response\":{}}");

    var reading = RecordingFolder.at(folder).read();

    assertThat(reading.recording().calls()).hasSize(1);
    assertThat(reading.findings())
        .extracting(RecordingFinding::toString)
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .isEqualTo(
                        "mappings/1-any.json:2 request has no url or urlPath: it matches many requests."),
            two ->
                assertThat(two)
                    .startsWith("mappings/2-broken.json:2 is no JSON: Unexpected close marker"),
            three ->
                assertThat(three)
                    .isEqualTo(
                        "mappings/3-proxy.json:3 proxyBaseUrl hands the answer to another server."),
            four ->
                assertThat(four)
                    .isEqualTo("mappings/4-file.json:1 bodyFileName (../x) leads out of __files."));
  }

  @Test
  void a_recording_of_a_newer_format_is_refused_with_its_line() throws IOException {
    mappings("1.json", "{\"request\":{\"method\":\"GET\",\"url\":\"/\"},\"response\":{}}");
    Files.writeString(folder.resolve("recording.json"), "{\n\"fakeBeeperRecording\": 9}");

    assertThat(RecordingFolder.at(folder).read().findings())
        .extracting(RecordingFinding::toString)
        .containsExactly(
            "recording.json:2 fakeBeeperRecording is 9, and this fake-beeper knows up to 1. Use the version that made it, or a newer one.");
  }

  @Test
  void an_empty_folder_is_no_recording() {
    assertThat(RecordingFolder.at(folder).read().findings())
        .extracting(RecordingFinding::toString)
        .containsExactly(
            "mappings holds nothing: this is no recording. Name the folder given by --out.");
  }

  @Test
  void a_second_recorder_is_refused_until_the_first_has_closed() throws IOException {
    var first = RecordingFolder.at(folder).write(HEAD, Existing.REFUSE, FileGate.OPEN);

    assertThatThrownBy(
            () -> RecordingFolder.at(folder).write(HEAD, Existing.CONTINUE, FileGate.OPEN))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Another recorder writes to %s. Stop it first, or record into another folder.", folder);

    first.close();
    RecordingFolder.at(folder).write(HEAD, Existing.CONTINUE, FileGate.OPEN).close();
    assertThat(folder.resolve(FolderLock.NAME)).doesNotExist();
  }

  @Test
  void a_folder_with_something_else_is_refused_and_left_alone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");

    for (var existing : Existing.values()) {
      assertThatThrownBy(() -> RecordingFolder.at(folder).write(HEAD, existing, FileGate.OPEN))
          .hasMessage(
              "%s is not empty and holds no recording of ours. Record into an empty folder.",
              folder);
    }

    assertThat(folder.resolve("notes.txt")).content().isEqualTo("mine");
    assertThat(folder.resolve(FolderLock.NAME)).doesNotExist();
  }

  @Test
  void a_recording_is_continued_or_replaced_only_when_told() throws IOException {
    write(get("/v1/a", 200, "{\"n\":1}"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    var later = new RecordingHead(HEAD.startedAt().plusSeconds(60), "5.0.0", null);

    assertThatThrownBy(
            () -> RecordingFolder.at(folder).write(later, Existing.REFUSE, FileGate.OPEN))
        .hasMessageContaining("holds a recording already");
    try (var writer = RecordingFolder.at(folder).write(later, Existing.CONTINUE, FileGate.OPEN)) {
      writer.write(get("/v1/a", 200, "{\"n\":2}"), CallNotes.of("known"));
    }

    assertThat(scenarioOf("0001-known")).isEqualTo("0001-known Started -> 2");
    assertThat(scenarioOf("0002-known")).isEqualTo("0001-known 2 -> -");
    var calls = RecordingFolder.at(folder).read().recording().calls();
    assertThat(calls.get(1).after()).isEqualTo(Duration.ofMillis(60_250));

    RecordingFolder.at(folder).write(later, Existing.REPLACE, FileGate.OPEN).close();
    assertThat(RecordingFolder.at(folder).read().recording().calls()).isEmpty();
    assertThat(folder.resolve("notes.txt")).exists();
  }

  @Test
  void a_recording_under_another_contract_is_not_continued() throws IOException {
    write(get("/v1/a", 200, "{}"));
    var other = new RecordingHead(HEAD.startedAt(), "6.0.0", null);

    assertThatThrownBy(
            () -> RecordingFolder.at(folder).write(other, Existing.CONTINUE, FileGate.OPEN))
        .hasMessageContaining(
            "was recorded under version 5.0.0 of the contract, and this is version 6.0.0");
  }

  @Test
  void what_the_gate_refuses_is_not_written_and_the_next_call_is() throws IOException {
    FileGate noPepper =
        (file, content) -> {
          if (new String(content, StandardCharsets.UTF_8).contains("pepper")) {
            throw new IllegalStateException(file);
          }
        };
    try (var writer = RecordingFolder.at(folder).write(HEAD, Existing.REFUSE, noPepper)) {
      writer.write(get("/v1/a", 200, "{\"n\":1}"), CallNotes.of("known"));
      assertThatThrownBy(
              () -> writer.write(get("/v1/a", 200, "{\"n\":\"pepper\"}"), CallNotes.of("known")))
          .hasMessage("mappings/0002-known.json");
      writer.write(get("/v1/a", 200, "{\"n\":3}"), CallNotes.of("known"));
      var socket = writer.socket(Duration.ZERO, request("GET", "/v1/ws", ""));
      assertThatThrownBy(() -> socket.write(new RecordedFrame(Duration.ZERO, Sender.APP, "pepper")))
          .hasMessage("sockets/0001.jsonl");
    }

    assertThat(scenarioOf("0001-known")).isEqualTo("0001-known Started -> 2");
    assertThat(scenarioOf("0003-known")).isEqualTo("0001-known 2 -> -");
    assertThat(folder.resolve("mappings/0002-known.json")).doesNotExist();
    assertThat(onlySocket().frames()).isEmpty();
  }

  @Test
  void a_full_disk_leaves_what_was_written_before() throws IOException {
    var room = new int[] {4_000};
    Disk small =
        file -> {
          var real = Disk.REAL.append(file);
          return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
              if (room[0]-- <= 0) {
                throw new IOException("No space left on device");
              }
              real.write(one);
            }

            @Override
            public void close() throws IOException {
              real.close();
            }
          };
        };
    var writer =
        RecordingFolder.at(folder)
            .write(HEAD, Existing.REFUSE, new FolderOpening.Means(small, FileGate.OPEN));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                writer.write(get("/v1/a", 200, "{\"n\":" + i + "}"), CallNotes.of("known"));
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThatThrownBy(writer::close).isInstanceOf(IOException.class);

    var reading = RecordingFolder.at(folder).read();
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.recording().calls()).hasSizeGreaterThan(1).hasSize(writer.counts().calls());
    RecordingFolder.at(folder)
        .write(HEAD, Existing.CONTINUE, FileGate.OPEN)
        .close(); // the lock is free
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(
            () ->
                RecordingFolder.at(file.resolve("sub")).write(HEAD, Existing.REFUSE, FileGate.OPEN))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("Cannot record into")
        .hasMessageEndingWith("See that the folder may be written and has room.");
  }

  private void write(RecordedCall... calls) throws IOException {
    try (var writer = RecordingFolder.at(folder).write(HEAD, Existing.REFUSE, FileGate.OPEN)) {
      for (var call : calls) {
        writer.write(call, CallNotes.of("known"));
      }
    }
  }

  private void mappings(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(folder.resolve("mappings").resolve(name), text);
  }

  private JsonNode mapping(String name) throws IOException {
    return Json.parse(Files.readAllBytes(folder.resolve("mappings/" + name + ".json")));
  }

  private RecordedCall onlyCall() {
    var reading = RecordingFolder.at(folder).read();
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.recording().calls()).hasSize(1);
    return reading.recording().calls().get(0);
  }

  private RecordedSocket onlySocket() {
    return RecordingFolder.at(folder).read().recording().sockets().get(0);
  }
}
