package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each kind of body goes over the wire. */
class AnswerTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = new SmallFake().start();
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void a_page_is_glued_from_its_items_and_its_other_members() throws Exception {
    var answer = get("/things");

    assertThat(answer.body())
        .isEqualTo("{\"items\":[{\"id\":\"one\"},{\"id\":\"two\"}],\"more\":false}");
    assertThat(answer.header("Content-Type")).hasValue("application/json");
  }

  @Test
  void an_empty_page_without_other_members_is_json() throws Exception {
    var empty = new Body.Page(List.of(), SmallFake.object());
    try (var other = new SmallFake().on("listThings", call -> ApiResponse.ok(empty)).start()) {
      var answer = Ask.get("/things").authorized().at(other);

      assertThat(answer.body()).isEqualTo("{\"items\":[]}");
    }
  }

  @Test
  void a_list_is_a_bare_array() throws Exception {
    assertThat(get("/all-things").body()).isEqualTo("[{\"id\":\"one\"},{\"id\":\"two\"}]");
  }

  @Test
  void text_is_utf8_with_its_own_type() throws Exception {
    var answer = get("/page");

    assertThat(answer.body()).isEqualTo("<p>☕</p>");
    assertThat(answer.header("Content-Type")).hasValue("text/html");
  }

  @Test
  void nothing_is_nothing_at_all() throws Exception {
    var answer = get("/nothing");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Content-Type")).isEmpty();
    assertThat(answer.header("Content-Length")).isEmpty();
  }

  @Test
  void bytes_are_streamed_with_their_length() throws Exception {
    var answer = get("/bytes");

    assertThat(answer.body()).isEqualTo("0123456789");
    assertThat(answer.header("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.header("Content-Length")).hasValue("10");
  }

  @Test
  void a_stream_that_cannot_be_opened_is_a_500() throws Exception {
    var broken =
        new Body.Stream(
            "application/octet-stream",
            10,
            () -> {
              throw new NoSuchFileException("the file is gone");
            });
    try (var other = new SmallFake().on("getBytes", call -> ApiResponse.ok(broken)).start()) {
      var answer = Ask.get("/bytes").authorized().at(other);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.diagnosis())
          .startsWith("[FB-INTERNAL-ERROR]")
          .contains("cannot open the source of a body");
    }
  }

  @Test
  void a_stream_that_breaks_off_breaks_the_connection_so_that_nobody_takes_it_for_whole()
      throws Exception {
    var half = new ByteArrayInputStream(new byte[200_000]);
    var rest =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    var broken =
        new Body.Stream(
            "application/octet-stream", 400_000, () -> new SequenceInputStream(half, rest));
    try (var other = new SmallFake().on("getBytes", call -> ApiResponse.ok(broken)).start();
        var wire = Wire.to("127.0.0.1", other.port())) {
      var answer = Ask.get("/bytes").authorized().on(wire);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Length")).hasValue("400000");
      assertThat(answer.body()).hasSizeLessThan(400_000);
      assertThat(wire.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"/things", "/all-things", "/page", "/bytes", "/things/a"})
  void head_answers_like_get_without_the_body(String target) throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      var head = Ask.to("HEAD", target).authorized().on(wire);
      var get = Ask.get(target).authorized().on(wire); // comes right: no stray body lies between

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
      assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/things",
        "/nothing",
        "/bytes",
        "/things/a",
        "/unknown",
        "/wrong",
        "/failing",
        "/__control/health",
        "/__control/nowhere",
        "/things/%zz"
      })
  void the_version_is_on_every_answer(String target) throws Exception {
    assertThat(get(target).header("X-Beeper-Desktop-Version")).hasValue(SmallFake.VERSION);
  }

  @Test
  void no_answer_sets_a_cookie_or_names_the_server() throws Exception {
    var answer = get("/things");

    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void nothing_is_compressed() throws Exception {
    var answer = Ask.get("/things").authorized().header("Accept-Encoding: gzip, br").at(edge);

    assertThat(answer.header("Content-Encoding")).isEmpty();
  }

  private static Wire.Answer get(String target) throws IOException {
    return Ask.get(target).authorized().at(edge);
  }
}
