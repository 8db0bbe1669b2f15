package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies within and beyond the limits, in each framing, and multipart bodies. */
class RequestBodyTest {
  private static final String MULTIPART = "multipart/form-data; boundary=xyz";

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
  void a_body_as_large_as_the_limit_passes() throws Exception {
    assertThat(post(json((int) SmallFake.LIMITS.other())).status()).isEqualTo(200);
  }

  @Test
  void a_larger_body_is_the_vendors_400() throws Exception {
    var answer = post(json((int) SmallFake.LIMITS.other() + 1));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"VALIDATION_ERROR\"");
    assertThat(answer.diagnosis())
        .startsWith("[FB-BODY-TOO-LARGE] addThing: the body is larger than 1000 bytes.");
  }

  @Test
  void a_larger_upload_is_a_200_with_an_error() throws Exception {
    var answer = upload(file("a".repeat(2_000)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"error\":\"File is larger than 2000 bytes\"}");
    assertThat(answer.diagnosis()).startsWith("[FB-BODY-TOO-LARGE]");
  }

  @Test
  void a_larger_body_without_a_token_is_a_401() throws Exception {
    assertThat(Ask.post("/things").json(json(5_000)).at(edge).status()).isEqualTo(401);
  }

  @Test
  void a_chunked_body_passes_and_has_the_same_limit() throws Exception {
    assertThat(chunked(json(1_000)).status()).isEqualTo(200);
    assertThat(chunked(json(1_001)).diagnosis()).startsWith("[FB-BODY-TOO-LARGE]");
  }

  @Test
  void a_client_that_waits_for_leave_to_send_too_much_gets_the_refusal_at_once() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
          "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
              .formatted(SmallFake.AUTHORIZED));

      assertThat(wire.answer().status()).isEqualTo(400);
      assertThat(wire.isAtEnd()).isTrue();
    }
  }

  @Test
  void a_client_that_waits_for_leave_gets_it() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
          "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
              .formatted(SmallFake.AUTHORIZED));

      assertThat(wire.answer().status()).isEqualTo(100);
      assertThat(wire.write("{\"name\":\"a\"}").answer().status()).isEqualTo(200);
    }
  }

  @Test
  void a_chunk_that_is_none_is_a_400() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
          "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n"
              .formatted(SmallFake.AUTHORIZED));

      assertIncomplete(wire.answer());
    }
  }

  @Test
  void a_body_that_stops_before_its_announced_length_is_a_400() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
              "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"na"
                  .formatted(SmallFake.AUTHORIZED))
          .stopWriting();

      assertIncomplete(wire.answer());
    }
  }

  @Test
  void a_body_that_is_too_large_and_stops_early_is_still_refused() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
              "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"na"
                  .formatted(SmallFake.AUTHORIZED))
          .stopWriting();

      assertThat(wire.answer().diagnosis()).startsWith("[FB-BODY-TOO-LARGE]");
    }
  }

  private static void assertIncomplete(Wire.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"Request body is incomplete\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(answer.diagnosis()).startsWith("[FB-HTTP-BROKEN] addThing: the body ended");
  }

  @Test
  void a_client_that_leaves_in_the_middle_harms_nobody() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write("POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{\"na");
    }
    assertThat(post("{\"name\":\"a\"}").status()).isEqualTo(200);
  }

  @Test
  void the_parts_of_a_multipart_body_reach_the_operation() throws Exception {
    var answer = upload(file("one\r\ntwo") + part("note", "☕"));

    assertThat(answer.body()).isEqualTo("{\"file\":\"one\\r\\ntwo\",\"note\":\"☕\"}");
  }

  @Test
  void a_multipart_body_that_cannot_be_taken_apart_is_a_400() throws Exception {
    var answer =
        Ask.post("/uploads").authorized().body(MULTIPART, "--xyz\r\nno end in sight").at(edge);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"VALIDATION_ERROR\"");
    assertThat(answer.diagnosis()).startsWith("[FB-MULTIPART-BROKEN] uploadAsset:");
  }

  @Test
  void a_multipart_body_without_a_boundary_is_a_400() throws Exception {
    var answer =
        Ask.post("/uploads").authorized().body("multipart/form-data", part("file", "a")).at(edge);

    assertThat(answer.diagnosis()).startsWith("[FB-MULTIPART-BROKEN]").contains("boundary");
  }

  private static Wire.Answer post(String body) throws IOException {
    return Ask.post("/things").authorized().json(body).at(edge);
  }

  private static Wire.Answer upload(String parts) throws IOException {
    return Ask.post("/uploads").authorized().body(MULTIPART, parts + "--xyz--\r\n").at(edge);
  }

  private static Wire.Answer chunked(String body) throws IOException {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      wire.write(
          "POST /things HTTP/1.1\r\nHost: x\r\n%s\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
              .formatted(SmallFake.AUTHORIZED));
      wire.write("%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body));
      return wire.answer();
    }
  }

  private static String file(String content) {
    return part("file\"; filename=\"a.txt", content);
  }

  private static String part(String name, String content) {
    return "--xyz\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  /** A good body of exactly this many bytes. */
  private static String json(int length) {
    return "{\"name\":\"" + "a".repeat(length - 11) + "\"}";
  }
}
