package dev.fakebeeper.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.stubs.UpstreamException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to an application and back, byte for byte. */
class UpstreamTest {
  private static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 1_000);

  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private volatile byte[] answer = new byte[0];

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void serve() {
    try (var socket = server.accept()) {
      heads.add(head(socket.getInputStream()));
      socket.getOutputStream().write(answer);
      socket.getOutputStream().flush();
      if (answer.length == 0) {
        socket.getInputStream().read(); // says nothing until the client has enough
      }
    } catch (IOException e) {
      heads.add("ended: " + e); // as it has to when a test has seen enough
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(in.read());
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private Upstream upstream(String path) {
    return Upstream.at(URI.create("http://127.0.0.1:" + server.getLocalPort() + path), LIMITS);
  }

  private static ApiRequest get(String path, String query, Map<String, List<String>> headers) {
    return new ApiRequest("GET", path, query, HttpHeaders.of(headers), new byte[0], List.of());
  }

  private void answers(String head, byte... body) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    all.write(body);
    answer = all.toByteArray();
  }

  @Test
  void a_request_goes_out_as_it_came_but_for_what_belongs_to_the_connection() throws Exception {
    answers("HTTP/1.1 204 No Content\n\n");
    var headers =
        Map.of(
            "AUTHORIZATION", List.of("Bearer x"),
            "X-Twice", List.of("1", "2"),
            "Host", List.of("localhost:5"),
            "Connection", List.of("close"),
            "Accept-Encoding", List.of("gzip, br"));

    try (var upstream = upstream("/behind/");
        var got = upstream.send(get("/v1/chats/%21a:b|c", "q=%2f&q=", headers))) {
      assertThat(got.status()).isEqualTo(204);
    }

    var lines = heads.poll(5, TimeUnit.SECONDS).lines().toList();
    assertThat(lines.get(0)).isEqualTo("GET /behind/v1/chats/%21a:b|c?q=%2f&q= HTTP/1.1");
    assertThat(lines)
        .contains(
            "AUTHORIZATION: Bearer x",
            "X-Twice: 1",
            "X-Twice: 2",
            "Accept-Encoding: gzip",
            "Host: 127.0.0.1:" + server.getLocalPort())
        .noneMatch(line -> line.contains("close") || line.contains("Upgrade"))
        .noneMatch(line -> line.startsWith("User-Agent"));
  }

  @Test
  void an_answer_keeps_the_spelling_of_its_headers_and_loses_its_encoding() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
    answers(
        "HTTP/1.1 200 OK\ncontent-TYPE: application/json\nX-beeper-Version: 4\nContent-Encoding: gzip\nContent-Length: "
            + zipped.size()
            + "\n\n",
        zipped.toByteArray());

    try (var upstream = upstream("");
        var got = upstream.send(get("/", null, Map.of()))) {
      assertThat(got.headers().asMap()).containsOnlyKeys("content-TYPE", "X-beeper-Version");
      assertThat(got.body()).asString().isEqualTo("{\"a\":1}");
      assertThat(got.isWhole()).isTrue();
    }
  }

  @Test
  void a_body_that_is_too_large_is_handed_on_and_not_taken_in() throws Exception {
    answers("HTTP/1.1 200 OK\nContent-Length: 5000\n\n", new byte[5_000]);

    try (var upstream = upstream("");
        var got = upstream.send(get("/", null, Map.of()))) {
      assertThat(got.isWhole()).isFalse();
      assertThat(got.body().length + got.rest().readAllBytes().length).isEqualTo(5_000);
    }
  }

  @Test
  void a_stream_of_events_is_handed_on_piece_by_piece() throws Exception {
    answers("HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\ndata: 1\n\n");

    try (var upstream = upstream("");
        var got = upstream.send(get("/v0/mcp", null, Map.of()))) {
      assertThat(got.body()).isEmpty();
      assertThat(got.rest().readNBytes(7)).asString().isEqualTo("data: 1");
    }
  }

  @Test
  void an_app_that_says_nothing_is_given_up() {
    try (var upstream = upstream("")) {
      assertFails(upstream, Reason.SILENT, "said nothing for too long");
    }
  }

  @Test
  void an_app_that_ends_too_early_is_told_from_one_that_is_down() throws Exception {
    answers("HTTP/1.1 200 OK\nContent-Length: 50\n\n", new byte[10]);
    try (var upstream = upstream("")) {
      assertFails(upstream, Reason.CUT_OFF, "before the end of its answer");
    }
    server.close();
    try (var upstream = upstream("")) {
      assertFails(upstream, Reason.UNREACHABLE, "Nothing takes a connection at http://127.0.0.1:");
    }
  }

  private static void assertFails(Upstream upstream, Reason reason, String text) {
    assertThatThrownBy(() -> upstream.send(get("/v1/secret-path", null, Map.of())))
        .isInstanceOfSatisfying(
            UpstreamException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(text)
        .hasMessageNotContaining("secret-path");
  }
}
