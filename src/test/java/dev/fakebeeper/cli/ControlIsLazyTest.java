package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A start is waited for by asking the health route, so that must not read the control API. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class ControlIsLazyTest {
  private static final String DOCUMENT = "dev.fakebeeper.http.control.ControlApi$Loaded";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void the_document_of_the_control_api_is_read_by_its_first_call_and_not_by_a_start()
      throws Exception {
    var log = folder.resolve("classes.txt");
    var process =
        Program.startJava("-Xlog:class+load:file=" + log, "serve", "--port", "0", "--json");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var url = new ObjectMapper().readTree(out.readLine()).path("url").asText();

      assertThat(get(url + "/__control/health")).isEqualTo(200);
      assertThat(Files.readString(log)).contains("ControlRoutes").doesNotContain(DOCUMENT);

      assertThat(get(url + "/__control/worlds")).isEqualTo(200);
      assertThat(Files.readString(log)).contains(DOCUMENT);
    } finally {
      process.destroyForcibly();
    }
  }

  private static int get(String uri) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(uri)).build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }
}
