package dev.fakebeeper.live;

import dev.fakebeeper.FakeBeeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One request on a connection of its own, and every byte that comes back until the connection ends,
 * with the way in which it ends.
 */
final class RawCall implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  /** How a connection ended. */
  enum End {
    FIN,
    RESET
  }

  /** All that came, as text, and how it ended. */
  record Reply(String text, End end) {
    String head() {
      return text.split("\r\n\r\n", 2)[0];
    }

    /** What came after the head, as it was on the wire. */
    String body() {
      var parts = text.split("\r\n\r\n", 2);
      return parts.length == 2 ? parts[1] : "";
    }

    int status() {
      return Integer.parseInt(head().substring(9, 12));
    }

    Optional<String> header(String name) {
      var prefix = name.toLowerCase(Locale.ROOT) + ":";
      return Arrays.stream(head().split("\r\n", -1))
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst();
    }
  }

  private RawCall(Socket socket) {
    this.socket = socket;
  }

  private static RawCall to(FakeBeeper beeper, String request) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(beeper.baseUri().getHost(), beeper.port()));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return new RawCall(socket);
  }

  /** Asks for one answer and the end of the connection after it. */
  static RawCall get(FakeBeeper beeper, String path) throws IOException {
    return getAs(beeper, beeper.token(), path);
  }

  static RawCall getAs(FakeBeeper beeper, String token, String path) throws IOException {
    return to(beeper, head(token, "GET", path) + "Connection: close\r\n\r\n");
  }

  /** Asks for one answer and leaves it to the server what comes after it. */
  static RawCall getKeptAlive(FakeBeeper beeper, String path) throws IOException {
    return to(beeper, head(beeper.token(), "GET", path) + "\r\n");
  }

  /** Asks for the WebSocket. */
  static RawCall upgrade(FakeBeeper beeper) throws IOException {
    return to(
        beeper,
        head(beeper.token(), "GET", "/v1/ws")
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  }

  static RawCall head(FakeBeeper beeper, String path) throws IOException {
    return to(beeper, head(beeper.token(), "HEAD", path) + "Connection: close\r\n\r\n");
  }

  static RawCall post(FakeBeeper beeper, String path, String json) throws IOException {
    var length = json.getBytes(StandardCharsets.UTF_8).length;
    return to(
        beeper,
        head(beeper.token(), "POST", path)
            + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + json);
  }

  private static String head(String token, String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
        .formatted(method, path, token);
  }

  /** Reads so many bytes, in which the head counts too. */
  String read(int bytes) throws IOException {
    var some = socket.getInputStream().readNBytes(bytes);
    received.writeBytes(some);
    return new String(some, StandardCharsets.UTF_8);
  }

  /** Reads to the end of the head. */
  void readHead() throws IOException {
    readTo("\r\n\r\n");
  }

  /** Reads until what came ends so. */
  void readTo(String end) throws IOException {
    while (!received.toString(StandardCharsets.UTF_8).endsWith(end)) {
      read(1);
    }
  }

  /** Reads until the connection ends. */
  Reply reply() throws IOException {
    try {
      received.writeBytes(socket.getInputStream().readAllBytes());
      return new Reply(received.toString(StandardCharsets.UTF_8), End.FIN);
    } catch (SocketException e) {
      if (!String.valueOf(e.getMessage()).contains("reset")) {
        throw e;
      }
      return new Reply(received.toString(StandardCharsets.UTF_8), End.RESET);
    }
  }

  /** Goes before the answer has come. */
  void leave() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
