package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.operation;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCheckTest {
  private static final Contract SHAPES = TestContracts.load("shapes.yaml");

  private static List<String> check(Contract contract, String id, ApiResponse response) {
    return places(contract.checkResponse(operation(contract, id), response));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static JsonFragment fragment(String text) {
    return JsonFragment.of(json(text));
  }

  @Nested
  class Status_and_headers {
    @Test
    void a_status_that_is_not_declared_is_a_violation() {
      assertThat(check(LIBRARY, "getHealth", ApiResponse.ok(json("{}"))))
          .containsExactly("status STATUS ");
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "499"})
    void a_hundred_of_statuses_may_be_declared_at_once(int status) {
      assertThat(check(LIBRARY, "addBook", ApiResponse.of(status, new Body.Json(json("{}")))))
          .containsExactly("missing RESPONSE_BODY /message");
    }

    @Test
    void the_default_takes_every_other_status() {
      assertThat(
              check(LIBRARY, "uploadCover", ApiResponse.of(418, new Body.Text("text/plain", ""))))
          .isEmpty();
    }

    @Test
    void a_required_header_must_be_there() {
      var created = ApiResponse.of(201, new Body.Json(json("{'id':'1','title':'x'}")));

      assertThat(check(LIBRARY, "addBook", created))
          .containsExactly("missing RESPONSE_HEADER Location");
      assertThat(check(LIBRARY, "addBook", created.with("location", "/books/1"))).isEmpty();
    }
  }

  @Nested
  class Media_types {
    @Test
    void a_declared_body_must_be_there() {
      assertThat(check(LIBRARY, "getBook", ApiResponse.of(200, new Body.Empty())))
          .containsExactly("missing RESPONSE_BODY ");
    }

    @ParameterizedTest
    @CsvSource({"204", "304"})
    void an_answer_without_content_has_no_body(int status) {
      var response = ApiResponse.of(status, new Body.Text("text/html", ""));

      assertThat(check(SHAPES, "getText", response)).containsExactly("not-allowed RESPONSE_BODY ");
      assertThat(check(SHAPES, "getText", ApiResponse.of(status, new Body.Empty()))).isEmpty();
    }

    @Test
    void text_must_have_a_declared_media_type() {
      assertThat(
              check(
                  SHAPES, "getText", ApiResponse.ok(new Body.Text("text/html;charset=utf-8", "x"))))
          .isEmpty();
      assertThat(check(SHAPES, "getText", ApiResponse.ok(new Body.Text("text/plain", "x"))))
          .containsExactly("media-type RESPONSE_HEADER Content-Type");
      assertThat(check(SHAPES, "getText", ApiResponse.ok(json("{}"))))
          .containsExactly("media-type RESPONSE_HEADER Content-Type");
    }

    @Test
    void a_stream_must_have_a_media_type_of_the_declared_range_or_none() {
      assertThat(check(SHAPES, "getBytes", stream("image/png"))).isEmpty();
      assertThat(check(SHAPES, "getBytes", stream(""))).isEmpty();
      assertThat(check(SHAPES, "getBytes", stream("text/plain")))
          .containsExactly("media-type RESPONSE_HEADER Content-Type");
    }

    private ApiResponse stream(String type) {
      return ApiResponse.ok(new Body.Stream(type, 1, () -> new ByteArrayInputStream(new byte[1])));
    }

    @Test
    void json_that_comes_as_text_is_held_against_its_schema() {
      assertThat(check(SHAPES, "getGiven", text("{\"size\":1}")))
          .containsExactly("range RESPONSE_BODY /size");
      assertThat(check(SHAPES, "getGiven", text("{"))).containsExactly("malformed RESPONSE_BODY ");
    }

    private ApiResponse text(String json) {
      return ApiResponse.ok(new Body.Text("application/json", json));
    }
  }

  @Nested
  class Fragments {
    @Test
    void a_bad_answer_is_the_fault_of_the_fake() {
      var violation =
          LIBRARY
              .checkResponse(operation(LIBRARY, "getBook"), ApiResponse.ok(json("{'id':'1'}")))
              .get(0);

      assertThat(violation.where().isResponse()).isTrue();
      assertThat(violation.fix()).startsWith("Correct the answer");
    }

    @Test
    void a_good_fragment_is_checked_once_even_when_it_is_shown_in_another_answer() {
      var book = fragment("{'id':'1','title':'x'}");
      var page = new Body.Page(List.of(book), (ObjectNode) json("{'hasMore':false}"));

      assertThat(check(LIBRARY, "getBook", ApiResponse.ok(new Body.Fragment(book)))).isEmpty();
      var afterTheFirst = book.memory();
      assertThat(check(LIBRARY, "listBooks", ApiResponse.ok(page))).isEmpty();

      assertThat(afterTheFirst).hasSize(1);
      assertThat(book.memory()).isSameAs(afterTheFirst);
    }

    @Test
    void a_bad_fragment_is_refused_each_time() {
      var bad = ApiResponse.ok(new Body.Fragment(fragment("{'id':'1'}")));

      assertThat(check(LIBRARY, "getBook", bad)).containsExactly("missing RESPONSE_BODY /title");
      assertThat(check(LIBRARY, "getBook", bad)).containsExactly("missing RESPONSE_BODY /title");
    }

    @Test
    void a_fragment_that_one_version_accepts_is_checked_again_by_another() {
      var lent =
          ApiResponse.ok(new Body.Fragment(fragment("{'id':'1','title':'x','state':'lent'}")));

      assertThat(check(LIBRARY, "getBook", lent)).isEmpty();
      assertThat(check(LIBRARY.at(ApiVersion.of("4.2.557")), "getBook", lent))
          .containsExactly("enum RESPONSE_BODY /state");
    }

    @Test
    void a_fragment_remembers_several_schemas() {
      var fragment = fragment("{}");
      var keys = List.of("a", "b", "c", "d", "e");

      keys.forEach(fragment::markCheckedAgainst);

      assertThat(keys).filteredOn(fragment::isCheckedAgainst).containsExactly("b", "c", "d", "e");
    }

    @Test
    void each_item_is_named_by_its_index() {
      var items = List.of(fragment("{'id':'1','title':'x'}"), fragment("{'id':'1'}"));
      var page = new Body.Page(items, (ObjectNode) json("{'hasMore':1}"));

      assertThat(check(LIBRARY, "listBooks", ApiResponse.ok(page)))
          .containsExactly("type RESPONSE_BODY /hasMore", "missing RESPONSE_BODY /items/1/title");
    }

    @Test
    void a_page_whose_items_depend_on_each_other_is_checked_as_a_whole() {
      var item = fragment("{'id':'a','state':'on'}");
      var page = new Body.Page(List.of(item, item), (ObjectNode) json("{}"));

      assertThat(check(SHAPES, "listUnique", ApiResponse.ok(page)))
          .containsExactly("unique RESPONSE_BODY /items");
    }
  }
}
