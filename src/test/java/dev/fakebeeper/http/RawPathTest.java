package dev.fakebeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids that need escaping reach the operation decoded once, however the client wrote them. */
class RawPathTest {
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
  @CsvSource(
      textBlock =
          """
          !abc:beeper.com,                  !abc:beeper.com
          %21abc%3Abeeper.com,              !abc:beeper.com
          a%2Fb,                            a/b
          imsg%23%23thread%3Aany%3B-%3B%2B1, imsg##thread:any;-;+1
          imsg;-;+1,                        imsg;-;+1
          a+b,                              a+b
          a%2Bb,                            a+b
          %E2%9D%A4%EF%B8%8F,               ❤️
          %2525,                            %25
          a%20b,                            a b
          ..%2Fup,                          ../up
          """)
  void a_segment_is_decoded_once(String raw, String id) throws Exception {
    var answer = Ask.get("/things/" + raw).authorized().at(edge);

    assertThat(answer.body()).contains("\"Thing not found: " + id + "\"");
  }

  @ParameterizedTest
  @CsvSource({"/things/a/", "/things//a", "//things/a", "/things/a/../b", "/THINGS/a", "/things/"})
  void a_path_that_only_looks_alike_is_another_path(String target) throws Exception {
    var answer = Ask.get(target).authorized().at(edge);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.diagnosis()).startsWith("[FB-ROUTE-UNKNOWN]").contains(target);
  }

  @Test
  void the_query_does_not_belong_to_the_path() throws Exception {
    var answer = Ask.get("/things/a?e=&b=%2F#c").authorized().at(edge);

    assertThat(answer.body()).contains("\"Thing not found: a\"");
  }

  @Test
  void an_absolute_target_is_understood() throws Exception {
    var answer = Ask.get("http://fake.test/things/a").authorized().at(edge);

    assertThat(answer.body()).contains("\"Thing not found: a\"");
  }
}
