package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class ServeProcessTest {

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to stop there")
  void it_serves_until_it_is_told_to_stop_and_frees_the_port() throws Exception {
    var process = Program.start("serve", "--port", "0", "--json");
    try (var out = reader(process);
        var err = process.errorReader(StandardCharsets.UTF_8)) {
      var greeting = Json.parse(out.readLine().getBytes(StandardCharsets.UTF_8));
      var url = greeting.path("url").asText();

      assertThat(greeting.path("token").asText()).isEqualTo("fake-beeper");
      assertThat(get(url + "/__control/health", "")).isEqualTo(200);
      assertThat(get(url + "/v1/accounts", "fake-beeper")).isEqualTo(200);
      assertThat(get(url + "/v1/acounts", "fake-beeper")).isEqualTo(404);
      assertThat(err.readLine())
          .contains("[FB-ROUTE-UNKNOWN] No operation matches GET /v1/acounts");

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      try (var free = new ServerSocket(greeting.path("port").asInt(), 1, loopback())) {
        assertThat(free.isBound()).isTrue();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void with_consent_the_browser_comes_back_at_once() throws Exception {
    var process = Program.start("serve", "--port", "0", "--json", "--consent", "refuse-redirect");
    try (var out = reader(process)) {
      var url = Json.parse(out.readLine().getBytes(StandardCharsets.UTF_8)).path("url").asText();
      var http = HttpClient.newHttpClient();
      var metadata = "{\"client_name\":\"Bot\",\"redirect_uris\":[\"http://x/cb\"]}";
      var register =
          HttpRequest.newBuilder(URI.create(url + "/oauth/register"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(metadata))
              .build();
      var client = http.send(register, BodyHandlers.ofByteArray()).body();
      var question =
          "/oauth/authorize?response_type=code&redirect_uri=http%3A%2F%2Fx%2Fcb"
              + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&client_id="
              + Json.parse(client).path("client_id").asText();

      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url + question)).build(),
              BodyHandlers.discarding());

      assertThat(answer.headers().firstValue("Location"))
          .hasValue("http://x/cb?error=invalid_request");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to stop there")
  void stopped_it_writes_the_coverage_also_when_nothing_was_called(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("coverage.json");
    var process = Program.start("serve", "--port", "0", "--coverage", file.toString());
    try (var out = reader(process)) {
      linesUpTo("curl", out);
      assertThat(file).doesNotExist();

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(Json.parse(Files.readAllBytes(file)).path("calls").asInt(-1)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to stop there")
  void stopped_below_the_wanted_coverage_it_ends_with_8(@TempDir Path folder) throws Exception {
    var file = folder.resolve("coverage.md");
    var wanted = "operations=1,statuses=0.2,commands=100";
    var process =
        Program.start(
            "serve", "--port", "0", "--coverage", file.toString(), "--coverage-min", wanted);
    try (var out = reader(process);
        var err = process.errorReader(StandardCharsets.UTF_8)) {
      var lines = linesUpTo("curl", out);
      var words = lines.get(lines.size() - 1).split("'", -1);
      assertThat(get(words[3], "fake-beeper")).isEqualTo(200);

      Program.signal("TERM", process); // destroy() would close what it says last

      assertThat(err.lines().toList())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("fake-beeper: Coverage of statuses is 1 of "),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "fake-beeper: Coverage of commands is 0 of 1 (0 %), 100 % is wanted. Not covered: webSocket subscriptions.set"));
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(8);
      assertThat(Files.readString(file)).contains("| `getAccounts` | 1 |", "**100, missed**");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_start_that_fails_ends_the_process_with_its_code() throws Exception {
    try (var taken = new ServerSocket(0, 1, loopback())) {
      var process = Program.start("serve", "--port", String.valueOf(taken.getLocalPort()));
      try (var err = process.errorReader()) {
        var message = err.readLine();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(message).startsWith("fake-beeper: Cannot listen on port");
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_machine_without_one_family_is_served_on_the_other_and_told_so() throws Exception {
    var process = Program.startJava("-Djava.net.preferIPv4Stack=true", "serve", "--port", "0");
    try (var out = reader(process)) {
      var greeting = linesUpTo("curl", out);

      assertThat(greeting).anyMatch(line -> line.contains("http://127.0.0.1:"));
      assertThat(greeting)
          .anyMatch(line -> line.contains("not on [::1]: this machine has no such"));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void the_greeting_for_people_has_a_curl_line_that_works() throws Exception {
    var process = Program.start("serve", "--port", "0");
    try (var out = reader(process)) {
      var lines = linesUpTo("curl", out);
      var words = lines.get(lines.size() - 1).split("'", -1);

      assertThat(lines.get(0)).isEqualTo("fake-beeper is ready.");
      assertThat(get(words[3], words[1].replace("Authorization: Bearer ", ""))).isEqualTo(200);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> linesUpTo(String word, BufferedReader out) throws IOException {
    var lines = new ArrayList<String>();
    do {
      lines.add(out.readLine());
    } while (!lines.get(lines.size() - 1).contains(word));
    return lines;
  }

  private static BufferedReader reader(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static int get(String url, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
