package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.bundle.BundleWriter;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class ReplayBundleProcessTest {
  @TempDir private Path folder;

  private static String get(String url, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void the_world_of_a_failure_is_served_with_its_ids_its_time_and_its_journal() throws Exception {
    var file = folder.resolve("InboxTest.shows_it-1.zip");
    String chats;
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.world();
      world.others().openGroup(world.accountIds().get(0), "Lunch", List.of("@ann:b.c"));
      chats = get(beeper.baseUri() + "/v1/chats", beeper.token());
      world.advance(Duration.ofMinutes(7));
      new BundleWriter(world, Map.of("test", "InboxTest.shows_it")).write(file);
    }

    var process =
        Program.start("replay-bundle", file.toString(), "--port", "0", "--token", "now", "--json");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var url = Json.parse(out.readLine().getBytes(StandardCharsets.UTF_8)).path("url").asText();

      assertThat(get(url + "/v1/chats", "now")).isEqualTo(chats).contains("Lunch");
      assertThat(get(url + "/__control/worlds/default/clock", ""))
          .contains("frozen")
          .contains("2026-06-15T09:37:00Z");
      assertThat(get(url + "/__control/worlds/default/journal", ""))
          .contains("\"operation\":\"listChats\"")
          .contains("Bearer <secret #1>");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void people_are_told_what_they_look_at() throws Exception {
    var file = folder.resolve("failed.zip");
    try (var beeper = FakeBeeper.start()) {
      var about = Map.of("test", "InboxTest.shows_it", "failure", "one\ntwo");
      new BundleWriter(beeper.world(), about).write(file);
    }

    var process = Program.start("replay-bundle", file.toString(), "--port", "0");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var lines = new ArrayList<String>();
      do {
        lines.add(out.readLine());
      } while (!lines.get(lines.size() - 1).contains("curl"));

      assertThat(lines)
          .containsSequence(
              "  token    fake-beeper",
              "  world    InboxTest.shows_it at 2026-06-15T09:30:00Z, when it failed:",
              "           one",
              "           two");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_file_that_is_no_bundle_is_refused() throws Exception {
    var file = Files.writeString(folder.resolve("no.zip"), "no");
    var err = new StringWriter();

    var code =
        Main.run(
            new PrintWriter(new StringWriter()), new PrintWriter(err), "replay-bundle", file + "");

    assertThat(code).isEqualTo(7);
    assertThat(err.toString()).startsWith("fake-beeper: " + file + " cannot be replayed: ");
  }
}
