package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one request is answered, step by step, over real HTTP. */
class PipelineTest {
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
  void an_unknown_path_is_the_vendors_404_and_names_the_nearest_operation() throws Exception {
    var answer = get("/thing/abc");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"Route GET:/thing/abc not found\",\"code\":\"NOT_FOUND\"}");
    assertThat(answer.diagnosis())
        .isEqualTo(
            "[FB-ROUTE-UNKNOWN] No operation matches GET /thing/abc. The nearest is GET /things/{id}. Correct the path. Fault of the client.");
  }

  @Test
  void a_wrong_method_is_a_404_too_and_names_the_methods_of_the_path() throws Exception {
    var answer = Ask.to("PUT", "/things").authorized().json("{}").at(edge);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.diagnosis())
        .startsWith("[FB-METHOD-UNKNOWN] PUT /things: this path has no PUT, only GET, POST.");
  }

  @Test
  void a_method_that_nobody_has_heard_of_is_a_404() throws Exception {
    var answer = Ask.to("BREW", "/things").authorized().at(edge);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.diagnosis()).startsWith("[FB-METHOD-UNKNOWN]");
  }

  @Test
  void a_caller_without_a_token_learns_nothing_about_the_body_he_sent() throws Exception {
    var answer = Ask.post("/things").json("{\"name\":5}").at(edge);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            "{\"message\":\"Unauthorized: Invalid or missing token\",\"code\":\"unauthorized\"}");
    assertThat(answer.diagnosis())
        .startsWith("[FB-TOKEN-REFUSED] addThing refused the caller: no token");
  }

  @Test
  void an_open_operation_answers_without_a_token() throws Exception {
    assertThat(Ask.get("/where").at(edge).status()).isEqualTo(200);
  }

  @Test
  void a_request_that_breaks_the_contract_is_refused_with_the_place() throws Exception {
    var answer = post("{\"name\":5}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\":\"VALIDATION_ERROR\"")
        .contains("\"code\":\"invalid_type\"")
        .contains("\"path\":[\"name\"]");
    assertThat(answer.diagnosis())
        .startsWith("[FB-REQUEST-INVALID] POST /things: the request breaks the contract.")
        .contains("/name");
  }

  @Test
  void an_unknown_member_passes_and_the_diagnosis_names_it() throws Exception {
    var answer = post("{\"name\":\"a\",\"colour\":\"red\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.diagnosis()).startsWith("[FB-REQUEST-WARNING] addThing").contains("colour");
  }

  @Test
  void a_strict_fake_refuses_an_unknown_member() throws Exception {
    try (var strict = new SmallFake().strict().start()) {
      var ask = Ask.post("/things").authorized().json("{\"name\":\"a\",\"colour\":\"red\"}");
      var answer = ask.at(strict);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.diagnosis()).startsWith("[FB-REQUEST-INVALID]").contains("colour");
    }
  }

  @Test
  void a_refusal_of_the_operation_passes_and_is_explained() throws Exception {
    var answer = get("/things/a1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"Thing not found: a1\",\"code\":\"NOT_FOUND\"}");
    assertThat(answer.diagnosis())
        .startsWith("[FB-OPERATION-REFUSED] getThing answered 404: Thing not found: a1.");
  }

  @Test
  void an_answer_of_ours_that_breaks_the_contract_is_a_loud_500() throws Exception {
    var answer = get("/wrong");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("own answer to getWrong breaks the contract");
    assertThat(answer.diagnosis())
        .startsWith("[FB-RESPONSE-INVALID]")
        .contains("/id")
        .endsWith("Fault of the contract.");
  }

  @Test
  void a_failure_of_ours_is_a_500_and_the_next_request_works() throws Exception {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      var failed = Ask.get("/failing").authorized().on(wire);
      var next = Ask.get("/things").authorized().on(wire);

      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.body()).contains("\"code\":\"INTERNAL_ERROR\"");
      assertThat(failed.diagnosis()).startsWith("[FB-INTERNAL-ERROR]").contains("made to fail");
      assertThat(next.status()).isEqualTo(200);
    }
  }

  private static Wire.Answer get(String target) throws IOException {
    return Ask.get(target).authorized().at(edge);
  }

  private static Wire.Answer post(String body) throws IOException {
    return Ask.post("/things").authorized().json(body).at(edge);
  }
}
