package dev.fakebeeper.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRewritingTest {
  private final OriginRewriting local =
      OriginRewriting.of(
          List.of(URI.create("http://localhost:23373")), URI.create("http://127.0.0.1:5000"));

  @ParameterizedTest
  @CsvSource({
    "http://localhost:23373/v1/info, http://127.0.0.1:5000/v1/info",
    "http://127.0.0.1:23373, http://127.0.0.1:5000",
    "ws://[::1]:23373/v1/ws, ws://127.0.0.1:5000/v1/ws",
    "HTTP://LocalHost:23373/x, http://127.0.0.1:5000/x",
    "url=http%3A%2F%2Flocalhost%3A23373%2Fx, url=http%3A%2F%2F127.0.0.1%3A5000%2Fx",
    "url=http%3a%2f%2f%5B%3A%3A1%5D%3A23373, url=http%3A%2F%2F127.0.0.1%3A5000",
    "http://localhost:233731/x, http://localhost:233731/x",
    "http://localhost:23373.example.org/x, http://localhost:23373.example.org/x",
    "http://localhost:80/x, http://localhost:80/x",
    "see localhost:23373, see localhost:23373"
  })
  void every_name_of_this_machine_is_recognised_and_nothing_else(String text, String expected) {
    assertThat(local.text(text)).isEqualTo(expected);
  }

  @Test
  void a_remote_app_is_known_with_and_without_its_usual_port() {
    var remote =
        OriginRewriting.of(
            List.of(URI.create("https://Beeper.example.org/api")), OriginRewriting.RECORDED);

    assertThat(remote.text("https://beeper.example.org/a wss://beeper.example.org:443/b"))
        .isEqualTo("http://localhost:23373/a ws://localhost:23373/b");
  }

  @Test
  void bodies_of_text_and_the_location_are_rewritten_and_bytes_are_not() {
    var link = "http://localhost:23373/x".getBytes(StandardCharsets.UTF_8);

    var page = local.answer(new RecordedAnswer(302, headers("text/html"), link));
    var picture = local.answer(new RecordedAnswer(200, headers("image/png"), link));

    assertThat(page.body()).asString().isEqualTo("http://127.0.0.1:5000/x");
    assertThat(page.headers().asMap())
        .containsEntry("location", List.of("http://127.0.0.1:5000/back"));
    assertThat(picture.body()).isSameAs(link);
  }

  private static HttpHeaders headers(String type) {
    return HttpHeaders.of(
        Map.of("Content-Type", List.of(type), "location", List.of("http://[::1]:23373/back")));
  }

  @Test
  void the_port_that_stands_beside_an_address_follows_it() {
    var info = "{\"base_url\":\"http://localhost:23373\",\"port\":23373,\"n\":23373}";

    assertThat(local.answer(Calls.answer(200, info)).body())
        .asString()
        .isEqualTo("{\"base_url\":\"http://127.0.0.1:5000\",\"port\":5000,\"n\":23373}");
    assertThat(local.answer(Calls.answer(200, "{\"port\":23373}")).body())
        .asString()
        .isEqualTo("{\"port\":23373}");
  }

  @Test
  void a_request_is_rewritten_in_query_and_body() {
    var request =
        local.request(
            Calls.request(
                "POST",
                "/v1/x?url=http%3A%2F%2Flocalhost%3A23373",
                "{\"u\":\"http://[::1]:23373\"}"));

    assertThat(request.rawQuery()).isEqualTo("url=http%3A%2F%2F127.0.0.1%3A5000");
    assertThat(request.body()).asString().isEqualTo("{\"u\":\"http://127.0.0.1:5000\"}");
  }
}
