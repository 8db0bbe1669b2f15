package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client that sees every byte and answers nothing by itself, so that a test can tell a
 * reset from an end and a pong from silence. For short unfragmented frames and those of up to 64
 * KiB.
 */
final class RawSocket implements AutoCloseable {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final DataInputStream in;

  /** A frame as it came, a character for each byte. */
  record Frame(int opcode, String text) {
    int closeCode() {
      return (text.charAt(0) << 8) | text.charAt(1);
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Connects, and has the {@code ready} frame behind it. */
  static RawSocket connect(FakeBeeper beeper, String token) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), beeper.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    var raw = new RawSocket(socket);
    raw.upgrade(token);
    assertThat(raw.next().text()).contains("\"type\":\"ready\"");
    return raw;
  }

  private void upgrade(String token) throws IOException {
    var request =
        """
        GET /v1/ws HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """
            .formatted(token);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(head()).startsWith("HTTP/1.1 101 ");
  }

  private String head() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  /** Subscribes and has the answer behind it. */
  RawSocket subscribe() throws IOException {
    send(TEXT, "{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    assertThat(next().text()).contains("subscriptions.updated");
    return this;
  }

  /** Sends a frame of up to 125 bytes under a mask of zeros. */
  void send(int opcode, String payload) throws IOException {
    var bytes = payload.getBytes(StandardCharsets.UTF_8);
    var frame = new ByteArrayOutputStream();
    frame.write(0x80 | opcode);
    frame.write(0x80 | bytes.length);
    frame.write(new byte[4]);
    frame.write(bytes);
    socket.getOutputStream().write(frame.toByteArray());
  }

  /**
   * The next frame.
   *
   * @throws EOFException when the server has ended the connection in order
   * @throws java.net.SocketException when it was reset
   */
  Frame next() throws IOException {
    var opcode = in.readUnsignedByte() & 0x0f;
    var length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    }
    return new Frame(opcode, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  /** Says that no more will come, and still listens. */
  void hangUp() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
