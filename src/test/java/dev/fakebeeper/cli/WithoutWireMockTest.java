package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** WireMock is optional: without it all works but stubs, and those say what is missing. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class WithoutWireMockTest {
  @TempDir Path folder;

  private static Process start(String... arguments) throws IOException {
    var command = Program.command("-Dno.option=true", arguments);
    command.replaceAll(WithoutWireMockTest::withoutWireMock);
    return new ProcessBuilder(command).start();
  }

  private static String withoutWireMock(String argument) {
    return Arrays.stream(argument.split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("wiremock"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void a_fake_serves_and_tells_whoever_asks_for_stubs_what_to_add() throws Exception {
    var process = start("serve", "--port", "0", "--json");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var url = new ObjectMapper().readTree(out.readLine()).path("url").asText();

      assertThat(get(url + "/v1/accounts").statusCode()).isEqualTo(200);
      var admin = get(url + "/__admin/mappings");
      assertThat(admin.statusCode()).isEqualTo(501);
      assertThat(admin.body())
          .contains("WireMock is not on the class path")
          .contains("org.wiremock:wiremock");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_start_with_stubs_is_refused() throws Exception {
    Files.writeString(folder.resolve("a.json"), "{}");

    var process = start("serve", "--port", "0", "--stubs", folder.toString());

    var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.WORLD_INVALID);
    assertThat(complaint).contains("WireMock is not on the class path").doesNotContain("\tat ");
  }

  @Test
  void with_it_a_broken_mapping_ends_the_start_with_its_line() throws Exception {
    Files.writeString(folder.resolve("a.json"), "{\n\"request\": {\"uri\": \"/v1/info\"}\n}");

    var process = Program.start("serve", "--port", "0", "--stubs", folder.toString());

    var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.WORLD_INVALID);
    assertThat(complaint).contains("a.json:2").contains("\"uri\"").doesNotContain("\tat ");
  }

  private static HttpResponse<String> get(String uri) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer fake-beeper");
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
