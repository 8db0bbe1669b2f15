package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP server itself refuses speaks the vendor's language too. */
class JettyErrorsTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = new SmallFake().start();
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things/%zz", "/things/%", "/things/%f", "/things/%c3%28", "/../up"})
  void a_path_that_cannot_be_decoded_is_refused(String target) throws Exception {
    assertRefused(Ask.get(target).authorized().at(edge), 400);
  }

  @Test
  void a_head_that_is_too_large_is_refused() throws Exception {
    var answer = Ask.get("/things").header("X-Long: " + "a".repeat(20_000)).at(edge);

    assertRefused(answer, 431);
    assertThat(answer.diagnosis()).contains("the whole head may have 16384 bytes");
  }

  @Test
  void a_target_that_is_too_long_is_refused() throws Exception {
    assertRefused(Ask.get("/things/" + "a".repeat(20_000)).at(edge), 414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELLO\r\n\r\n",
        "GET /things HTTP/1.1\r\n\r\n",
        "GET /things HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n",
        "POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "GET /things HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"
      })
  void bytes_that_are_not_http_are_refused(String bytes) throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      assertRefused(wire.write(bytes).answer(), 400);
    }
  }

  @Test
  void an_unknown_http_version_is_refused() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      assertRefused(wire.write("GET /things HTTP/7.3\r\nHost: x\r\n\r\n").answer(), 505);
    }
  }

  @Test
  void an_upgrade_of_an_unknown_path_is_a_404() throws Exception {
    var answer =
        Ask.get("/things")
            .header("Connection: Upgrade")
            .header("Upgrade: websocket")
            .header("Sec-WebSocket-Version: 13")
            .header("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
            .at(edge);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
    assertThat(answer.header("X-Beeper-Desktop-Version")).hasValue(SmallFake.VERSION);
    assertThat(answer.diagnosis()).startsWith("[FB-ROUTE-UNKNOWN] No WebSocket is served at");
  }

  @Test
  void a_token_in_the_query_is_not_repeated() throws Exception {
    var answer =
        Ask.get("/things?access_token=sesame")
            .header("Connection: Upgrade")
            .header("Upgrade: websocket")
            .header("Sec-WebSocket-Version: 13")
            .header("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
            .at(edge);

    assertThat(answer.diagnosis()).contains("GET /things.").doesNotContain("sesame");
    assertThat(answer.body()).doesNotContain("sesame");
  }

  @Test
  void connect_and_asterisk_are_answered() throws Exception {
    assertThat(Ask.to("CONNECT", "fake.test:80").at(edge).header("X-Beeper-Desktop-Version"))
        .hasValue(SmallFake.VERSION);
    var asterisk = Ask.to("OPTIONS", "*").at(edge);
    assertThat(asterisk.header("X-Beeper-Desktop-Version")).hasValue(SmallFake.VERSION);
    assertThat(asterisk.diagnosis())
        .isEqualTo(
            "[FB-ROUTE-UNKNOWN] No operation matches OPTIONS *. Correct the path. Fault of the client.");
  }

  private static void assertRefused(Wire.Answer answer, int status) throws IOException {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.header("X-Beeper-Desktop-Version")).hasValue(SmallFake.VERSION);
    assertThat(answer.body()).contains("\"message\":\"").contains("\"code\":\"");
    assertThat(answer.diagnosis()).startsWith("[FB-HTTP-BROKEN]");
    assertThat(Ask.get("/things").authorized().at(edge).status())
        .as("the next request")
        .isEqualTo(200);
  }
}
