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

/** Whoever stubs nothing pays nothing for stubs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class WireMockIsLazyTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void no_class_of_wiremock_is_loaded_before_somebody_asks_for_stubs() throws Exception {
    var log = folder.resolve("classes.txt");
    var process =
        Program.startJava("-Xlog:class+load:file=" + log, "serve", "--port", "0", "--json");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var url = new ObjectMapper().readTree(out.readLine()).path("url").asText();

      assertThat(get(url + "/v1/accounts")).isEqualTo(200);
      assertThat(get(url + "/v1/nothing")).isEqualTo(404);
      assertThat(get(url + "/__control/worlds")).isEqualTo(200);
      assertThat(Files.readString(log))
          .contains("dev.fakebeeper.stubs.WorldStubs")
          .doesNotContain("wiremock")
          .doesNotContain("dev.fakebeeper.stubs.Engine ");

      assertThat(get(url + "/__admin/mappings")).isEqualTo(200);
      assertThat(Files.readString(log)).contains("com.github.tomakehurst.wiremock.WireMockServer");
    } finally {
      process.destroyForcibly();
    }
  }

  private static int get(String uri) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer fake-beeper");
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
