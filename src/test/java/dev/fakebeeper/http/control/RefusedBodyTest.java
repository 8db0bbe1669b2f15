package dev.fakebeeper.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether a server takes a body is seen by a client that asks for leave to send it. */
class RefusedBodyTest {
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper =
        FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().controlToken("s3cret").build());
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  private static String firstLine(String token) throws IOException {
    var head =
        """
        PUT /__control/worlds/default/state HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Expect: 100-continue
        Content-Length: 400000000

        """
            .formatted(token)
            .replace("\n", "\r\n");
    try (var socket = new Socket(beeper.baseUri().getHost(), beeper.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
          .readLine();
    }
  }

  @Test
  void the_body_of_a_caller_without_the_control_token_is_not_read() throws Exception {
    assertThat(firstLine("wrong")).isEqualTo("HTTP/1.1 401 Unauthorized");
  }

  @Test
  void that_of_one_with_the_token_is() throws Exception {
    assertThat(firstLine("s3cret")).isEqualTo("HTTP/1.1 100 Continue");
  }
}
