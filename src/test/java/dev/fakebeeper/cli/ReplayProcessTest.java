package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class ReplayProcessTest {
  private static final String BY_HAND = "src/test/resources/recordings/by-hand";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
  }

  private static String get(JsonNode greeting, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(greeting.path("url").asText() + path))
            .header("Authorization", "Bearer " + greeting.path("token").asText())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void a_recording_is_served_until_the_process_is_stopped() throws Exception {
    var process =
        Program.start("replay", BY_HAND, "--port", "0", "--token", "now", "--json", "--timing");
    try (var out = reader(process)) {
      var greeting = Json.parse(out.readLine().getBytes(StandardCharsets.UTF_8));

      assertThat(greeting.path("world").asText()).isEqualTo(BY_HAND);
      assertThat(greeting.path("recording").path("sockets").asInt()).isEqualTo(1);
      assertThat(get(greeting, "/v1/accounts")).isEqualTo("[]");
      assertThat(get(greeting, "/v1/labels")).contains("NOT_FOUND");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void people_are_told_what_is_played_and_what_has_no_request_of_its_own() throws Exception {
    var process = Program.start("replay", BY_HAND, "--port", "0");
    try (var out = reader(process);
        var complaints =
            new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      var lines = new ArrayList<String>();
      do {
        lines.add(out.readLine());
      } while (!lines.get(lines.size() - 1).contains("curl"));

      assertThat(lines)
          .contains(
              "  world    the recording src/test/resources/recordings/by-hand (4 calls, 1 sockets)");
      assertThat(complaints.readLine())
          .startsWith("fake-beeper: " + BY_HAND + "/mappings/send.json:");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_lifted_recording_answers_what_was_never_recorded() throws Exception {
    var process = Program.start("replay", BY_HAND, "--lift", "--port", "0", "--json");
    try (var out = reader(process)) {
      var greeting = Json.parse(out.readLine().getBytes(StandardCharsets.UTF_8));

      assertThat(greeting.path("proof").path("asked").asInt()).isPositive();
      assertThat(greeting.path("lift").path("startsAt").isTextual()).isTrue();
      assertThat(get(greeting, "/v1/chats")).contains("\"items\":[");
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--world,empty",
    "--answers,examples",
    "--scenario,send-normal",
    "--bridges,.",
  })
  void what_needs_a_world_is_refused_without_one(String option, String value) {
    assertThat(run("replay", BY_HAND, option, value)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "fake-beeper: %s makes no sense without --lift: a recording answers from itself, not from a world. Leave it out, or add --lift."
                .formatted(option));
  }

  @Test
  void what_a_lifted_world_settles_is_refused() {
    assertThat(run("replay", BY_HAND, "--lift", "--world", "empty")).isEqualTo(2);
    assertThat(err.toString()).contains("--world makes no sense beside --lift");
  }

  @Test
  void a_status_that_is_none_of_an_error_is_refused() {
    assertThat(run("replay", BY_HAND, "--unknown-status", "200")).isEqualTo(2);
    assertThat(err.toString()).contains("unknownStatus (200) must be that of an error, 400 to 599");
  }

  @Test
  void a_folder_without_a_recording_is_7() {
    assertThat(run("replay", folder.toString())).isEqualTo(7);
    assertThat(err.toString()).contains("is no recording: it has neither");
  }

  @Test
  void a_broken_mapping_is_7_with_file_and_line() throws Exception {
    Files.writeString(
        Files.createDirectories(folder.resolve("mappings")).resolve("a.json"), "{\n  \"a\": }");

    assertThat(run("replay", folder.toString(), "--port", "0")).isEqualTo(7);
    assertThat(err.toString()).contains("mappings/a.json:2 is no JSON");
  }

  @Test
  void a_recording_under_another_contract_is_told() throws Exception {
    Files.writeString(
        folder.resolve("recording.json"),
        "{\"fakeBeeperRecording\":1,\"startedAt\":\"2026-03-02T09:00:00Z\",\"contractVersion\":\"3.9.0\",\"desktopVersion\":null}");
    Files.writeString(
        Files.createDirectories(folder.resolve("mappings")).resolve("a.json"), "{\n  \"a\": }");

    run("replay", folder.toString(), "--port", "0");

    assertThat(err.toString())
        .contains(
            "The recording was made under version 3.9.0 of the contract, and this is version");
  }
}
