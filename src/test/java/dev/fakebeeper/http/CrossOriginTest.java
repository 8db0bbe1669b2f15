package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browser pages of this machine may call; others may not. */
class CrossOriginTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = new SmallFake().start();
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "https://localhost",
        "http://127.0.0.1:1",
        "http://[::1]:8"
      })
  void a_page_of_this_machine_may_read_the_answer(String origin) throws Exception {
    var answer = Ask.get("/things").authorized().header("Origin: " + origin).at(edge);

    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(origin);
    assertThat(answer.header("Vary")).hasValue("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://localhost.example.com",
        "null",
        "http://10.0.0.1",
        "%"
      })
  void any_other_page_may_not(String origin) throws Exception {
    var answer = Ask.get("/things").authorized().header("Origin: " + origin).at(edge);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void a_local_page_gets_leave_for_every_method_and_the_headers_it_names() throws Exception {
    var answer =
        Ask.to("OPTIONS", "/things")
            .header("Origin: http://localhost:3000")
            .header("Access-Control-Request-Method: POST")
            .header("Access-Control-Request-Headers: authorization, x-stainless-lang")
            .at(edge);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .hasValueSatisfying(methods -> assertThat(methods).contains("POST", "PATCH", "DELETE"));
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .hasValue("authorization, x-stainless-lang");
  }

  @Test
  void another_page_is_refused_leave_and_the_developer_learns_why() throws Exception {
    var answer =
        Ask.to("OPTIONS", "/things")
            .header("Origin: https://example.com")
            .header("Access-Control-Request-Method: POST")
            .at(edge);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.diagnosis()).startsWith("[FB-ORIGIN-REFUSED] A page of https://example.com");
  }
}
