package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.check;
import static dev.fakebeeper.contract.TestContracts.json;
import static dev.fakebeeper.contract.TestContracts.lineOf;
import static dev.fakebeeper.contract.TestContracts.operation;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFilterTest {
  private static final Contract NOISE = TestContracts.load("noise.yaml");

  private static List<Violation> post(String path, String body) {
    return check(NOISE, json("POST", path, body.replace('\'', '"'))).violations();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'name':1,'size':2}                 | type REQUEST_BODY /name",
        "{'name':'x','size':'y'}             | type REQUEST_BODY /size",
        "{'name':'x','inner':{'name':1}}     | type REQUEST_BODY /inner/name",
        "{'name':'x','other':1}              | unknown-member REQUEST_BODY /other",
        "{'size':1}                          | missing REQUEST_BODY /name",
      })
  void one_wrong_member_does_not_make_its_neighbours_unknown(String body, String place) {
    assertThat(places(post("/closed", body))).containsExactly(place);
  }

  @Test
  void an_unknown_member_is_told_even_beside_a_wrong_one() {
    assertThat(places(post("/closed", "{'name':1,'size':2,'other':3}")))
        .containsExactlyInAnyOrder("type REQUEST_BODY /name", "unknown-member REQUEST_BODY /other");
  }

  @Test
  void an_unknown_member_is_told_with_the_names_of_all_branches() {
    assertThat(post("/closed", "{'name':'x','nmae':1}"))
        .extracting(Violation::expected, Violation::fix)
        .containsExactly(tuple("one of name, size, inner", "Remove it, or did you mean name?"));
  }

  @Test
  void a_member_that_is_named_like_a_keyword_is_no_keyword() {
    assertThat(places(post("/tricky", "{'oneOf':'x','properties':{'anyOf':'y'}}")))
        .containsExactlyInAnyOrder(
            "type REQUEST_BODY /oneOf", "type REQUEST_BODY /properties/anyOf");
  }

  @Test
  void a_name_with_slash_tilde_and_percent_is_escaped_as_a_pointer_wants_it() {
    var violations = post("/tricky", "{'a/b~c%d':'x'}");

    assertThat(places(violations)).containsExactly("type REQUEST_BODY /a~1b~0c%d");
    assertThat(violations.get(0).line()).isEqualTo(lineOf("noise.yaml", "'a/b~c%d'"));
  }

  @Test
  void each_value_of_a_union_is_judged_by_itself_and_through_inner_unions() {
    var body = "{'list':['ok',1,{'kind':'circle'},{'kind':'line'},{'kind':'square','side':2}]}";

    assertThat(places(post("/tricky", body)))
        .containsExactly(
            "union REQUEST_BODY /list/1",
            "missing REQUEST_BODY /list/2/radius",
            "union REQUEST_BODY /list/3");
  }

  @Test
  void a_value_that_fits_several_branches_is_one_complaint() {
    var violations = post("/one", "{'a':1,'b':2}");

    assertThat(places(violations)).containsExactly("union REQUEST_BODY ");
    assertThat(violations.get(0).expected()).startsWith("exactly one of: ");
  }

  @Test
  void what_only_requests_may_carry_is_refused_in_an_answer_and_not_missed() {
    var get = operation(NOISE, "getSecret");

    assertThat(places(NOISE.checkResponse(get, answer("{}")))).isEmpty();
    assertThat(places(NOISE.checkResponse(get, answer("{\"password\":\"x\"}"))))
        .containsExactly("not-allowed RESPONSE_BODY /password");
  }

  private static ApiResponse answer(String json) {
    return ApiResponse.ok(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void extensions_and_annotations_of_openapi_are_not_logged() {
    var log = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      var fresh = TestContracts.load("noise.yaml");
      check(fresh, json("POST", "/closed", "{\"name\":1}"));
      check(fresh, json("POST", "/tricky", "{\"list\":[{\"kind\":1}]}"));
    } finally {
      System.setErr(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("keyword");
  }

  @Test
  void a_long_value_is_shortened_and_stays_on_its_line() {
    var text = "x\ny".repeat(100) + "💚";

    var violation = post("/tricky", "{'oneOf':'" + text.replace("\n", "\\n") + "'}").get(0);

    assertThat(violation.got()).startsWith("\"x\\ny").endsWith("...\"").doesNotContain("\n");
  }
}
