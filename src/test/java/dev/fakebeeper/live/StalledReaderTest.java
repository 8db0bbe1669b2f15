package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StalledReaderTest {
  private static final int MESSAGES = 4_000;
  private static final String LONG_TEXT = "x".repeat(4_000);

  @Test
  void a_client_that_never_reads_is_cut_off_and_delays_nobody() throws Exception {
    try (var beeper = FakeBeeper.start();
        var stalled = new Socket()) {
      var world = TwoChats.open(beeper);
      openWithoutReading(stalled, beeper, world.token());
      try (var reader = SocketClient.connect(beeper, world.token()).subscribe("*")) {
        for (var i = 0; i < MESSAGES; i++) {
          world.says(world.lunch(), world.ann(), LONG_TEXT);
          // Keeps up at once, so that only the other one can fall behind, however busy the machine.
          assertThat(reader.next().path("seq").asInt()).isEqualTo(2 * i + 1);
          assertThat(reader.next().path("seq").asInt()).isEqualTo(2 * i + 2);
        }
        assertThat(bytesUntilTheEnd(stalled)).isLessThan((long) MESSAGES * LONG_TEXT.length());
      }
    }
  }

  /** A handshake and a subscription by hand, with a small window. */
  private static void openWithoutReading(Socket socket, FakeBeeper beeper, String token)
      throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(beeper.baseUri().getHost(), beeper.port()));
    socket.setSoTimeout(20_000);
    var upgrade =
        "GET /v1/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n\r\n";
    socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.ISO_8859_1));
    readUntil(socket, "\"ready\"");
    socket.getOutputStream().write(masked("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}"));
    readUntil(socket, "subscriptions.updated");
  }

  private static void readUntil(Socket socket, String text) throws IOException {
    var seen = new StringBuilder();
    while (seen.indexOf(text) < 0) {
      var next = socket.getInputStream().read();
      assertThat(next).as("after: " + seen).isNotNegative();
      seen.append((char) next);
    }
  }

  /** A text frame of less than 126 bytes, masked with zeros as clients may. */
  private static byte[] masked(String text) {
    var payload = text.getBytes(StandardCharsets.UTF_8);
    var frame = new byte[6 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }

  private static long bytesUntilTheEnd(Socket socket) throws IOException {
    var buffer = new byte[1 << 16];
    var total = 0L;
    try {
      for (var n = socket.getInputStream().read(buffer); n >= 0; ) {
        total += n;
        n = socket.getInputStream().read(buffer);
      }
    } catch (SocketException reset) {
      return total; // cut off in the middle is an end too
    }
    return total;
  }
}
