package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class FakeBeeperTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_started_fake_says_that_it_is_ready() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var health = get(beeper.baseUri().resolve("/__control/health"));

      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"status\":\"ready\"");
    }
  }

  @Test
  void two_fakes_run_side_by_side() throws Exception {
    try (var one = FakeBeeper.start();
        var other = FakeBeeper.start()) {
      assertThat(one.port()).isNotEqualTo(other.port());
      assertThat(get(one.baseUri().resolve("/__control/health")).statusCode()).isEqualTo(200);
      assertThat(get(other.baseUri().resolve("/__control/health")).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
