package dev.fakebeeper.http;

import dev.fakebeeper.control.journal.Diagnosis;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection that sends exactly the bytes a test writes, and reads one answer at a time. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  /**
   * An answer as it came.
   *
   * @param body the body as text
   */
  record Answer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
      var prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .findFirst();
    }

    String diagnosis() {
      return header(Diagnosis.HEADER).orElse("none");
    }
  }

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  static Wire to(String host, int port) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Wire(socket);
  }

  /** Sends text as it is. */
  Wire write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Ends what this side sends; the answer can still be read. */
  Wire stopWriting() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The next answer, with the body that its length announces. */
  Answer answer() throws IOException {
    var head = answerWithoutBody();
    var length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(head.status(), head.headers(), body);
  }

  /** The next answer, when it is one to HEAD. */
  Answer answerWithoutBody() throws IOException {
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var headers = new ArrayList<String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    return new Answer(status, headers, "");
  }

  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended after: " + bytes);
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Whether the other side has closed and nothing is left to read. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
