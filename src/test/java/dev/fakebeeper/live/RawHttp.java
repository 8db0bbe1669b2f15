package dev.fakebeeper.live;

import dev.fakebeeper.FakeBeeper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP by hand on one connection: sends what a client library would refuse to send. */
final class RawHttp implements AutoCloseable {
  private final String authority;
  private final FakeBeeper beeper;
  private Socket socket;
  private InputStream in;

  RawHttp(FakeBeeper beeper) throws IOException {
    this.beeper = beeper;
    authority = beeper.baseUri().getAuthority();
    connect();
  }

  private void connect() throws IOException {
    socket = new Socket(beeper.baseUri().getHost(), beeper.port());
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** An answer; the body is text. */
  record Answer(int status, String head, String body) {}

  /**
   * Sends a request and reads its answer on the same connection, so that each proves the one before
   * it harmless. Only an answer that announces the end of the connection is followed by a new one.
   */
  Answer send(BrokenRequests.Broken request, String token) throws IOException {
    var body =
        request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    if (token != null) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (request.contentType() != null) {
      head.append("Content-Type: ").append(request.contentType()).append("\r\n");
    }
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var out = socket.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    var answer = read();
    if (answer.head().toLowerCase(Locale.ROOT).contains("connection: close")) {
      socket.close();
      connect();
    }
    return answer;
  }

  /** Asks, as a browser does, whether a page may send a request. */
  Answer preflight(String target, String origin) throws IOException {
    var head =
        "OPTIONS %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nAccess-Control-Request-Method: GET\r\n\r\n"
            .formatted(target, authority, origin);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    return read();
  }

  private Answer read() throws IOException {
    var head = new StringBuilder();
    for (var line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    var status = Integer.parseInt(head.substring(9, 12));
    var length = contentLength(head.toString());
    return new Answer(
        status, head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static int contentLength(String head) {
    for (var line : head.split("\n", -1)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        return Integer.parseInt(line.substring(15).strip());
      }
    }
    return 0;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
