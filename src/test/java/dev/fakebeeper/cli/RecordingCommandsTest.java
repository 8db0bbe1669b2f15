package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class RecordingCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DAY = "src/test/resources/recordings/sdk-day";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void check_tells_how_the_recorded_app_differs_and_ends_with_11() throws IOException {
    var xml = folder.resolve("drift.xml");

    assertThat(run("check", DAY, "--junit", xml.toString())).isEqualTo(11);

    assertThat(out.toString())
        .startsWith(DAY + ": ")
        .contains(
            "The app differs from the contract:", "  listChats", "unknown field /items/*/mood");
    assertThat(xml).content().contains("<failure").contains("listChats");
  }

  @Test
  void check_of_a_recording_as_json_is_one_object() throws IOException {
    assertThat(run("check", DAY, "--json")).isEqualTo(11);

    var json = JSON.readTree(out.toString());
    assertThat(json.path("kind").asText()).isEqualTo("recording");
    assertThat(json.path("valid").asBoolean()).isTrue();
    assertThat(json.at("/drift/drifts")).isNotEmpty();
  }

  @Test
  void check_tells_a_broken_mapping_with_its_line_and_ends_with_7() throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(folder.resolve("mappings/1.json"), "{\n  \"request\": oops\n}");

    assertThat(run("check", folder.toString())).isEqualTo(7);

    assertThat(out.toString()).contains(folder + "/mappings/1.json:2 is no JSON: ");
  }

  @Test
  void check_against_a_document_that_is_none_ends_with_5() throws IOException {
    var document = Files.writeString(folder.resolve("contract.yaml"), "openapi: 2");

    assertThat(run("check", DAY, "--contract", document.toString())).isEqualTo(5);

    assertThat(err.toString()).startsWith("fake-beeper: ");
  }

  @Test
  void check_writes_xml_for_one_folder_only() {
    assertThat(run("check", "a.yaml", "--junit", "drift.xml")).isEqualTo(2);
    assertThat(err.toString()).contains("--junit (drift.xml) needs one folder of a recording");
  }

  @Test
  void record_refuses_a_folder_with_something_else_in_it() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(run("record", "--out", folder.toString(), "--port", "0")).isEqualTo(10);

    assertThat(err.toString()).contains("is not empty and holds no recording of ours");
  }

  @Test
  void record_refuses_options_that_make_no_sense() {
    var into = folder.resolve("new").toString();

    assertThat(run("record", "--out", into, "--continue", "--replace")).isEqualTo(2);
    assertThat(run("record", "--out", into, "--scrub", "(")).isEqualTo(2);
    assertThat(run("record", "--out", into, "--upstream", "ftp://x")).isEqualTo(2);
    assertThat(run("record", "--out", into, "--upstream", "http://[::1]:7", "--port", "7"))
        .isEqualTo(2);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void record_ends_with_the_control_api_and_tells_how_it_went() throws Exception {
    try (var app = FakeBeeper.start()) {
      var process =
          Program.start(
              "record",
              "--upstream",
              app.baseUri().toString(),
              "--out",
              folder.resolve("day").toString(),
              "--port",
              "0",
              "--json");
      try (var lines = lines(process)) {
        var url = JSON.readTree(lines.readLine()).path("url").asText();
        assertThat(ask(url + "/v1/chats", "GET")).isEqualTo(200);
        assertThat(ask(url + "/__control/recording", "POST")).isEqualTo(200);

        var told = JSON.readTree(lines.readLine());

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(told.path("calls").asInt()).isEqualTo(1);
        assertThat(told.at("/drift/seen")).hasSize(1);
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(folder.resolve("day/mappings/0001-listChats.json")).exists();
    assertThat(folder.resolve("day/.recording.lock")).doesNotExist();
  }

  @Test
  void record_ends_with_a_signal_in_good_order() throws Exception {
    try (var app = FakeBeeper.start()) {
      var process =
          Program.start(
              "record",
              "--upstream",
              app.baseUri().toString(),
              "--out",
              folder.resolve("day").toString(),
              "--port",
              "0");
      try (var lines = lines(process)) {
        var address = "";
        while (!address.startsWith("  address")) {
          address = lines.readLine();
        }
        assertThat(ask(address.substring(11) + "/v1/chats", "GET")).isEqualTo(200);
        Program.signal("INT", process);

        var told = lines.lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(told)
            .contains("fake-beeper recorded 1 calls, 0 sockets and 0 frames", "Seen: listChats")
            .contains("The app does as the contract says.");
      } finally {
        process.destroyForcibly();
      }
    }
    JsonNode head = JSON.readTree(folder.resolve("day/recording.json").toFile());
    assertThat(head.at("/counts/calls").asInt()).isEqualTo(1);
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int ask(String url, String method) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer fake-beeper")
            .method(method, BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
