package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.body;
import static dev.fakebeeper.contract.TestContracts.check;
import static dev.fakebeeper.contract.TestContracts.json;
import static dev.fakebeeper.contract.TestContracts.lineOf;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCheckTest {

  @Nested
  class Json_bodies {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "{'kind':'novel'}                             | missing REQUEST_BODY /title | string of at most 40 characters | nothing",
          "{'title':7,'kind':'novel'}                   | type REQUEST_BODY /title    | string of at most 40 characters | 7",
          "{'title':'x','kind':'play'}                  | enum REQUEST_BODY /kind     | one of novel, atlas | 'play'",
          "{'title':'x','kind':'atlas','isbn':'12'}     | pattern REQUEST_BODY /isbn  | string matching ^\\d{13}$ | '12'",
          "{'title':'x','kind':'atlas','keywords':['a','a']} | unique REQUEST_BODY /keywords | items that differ | an array with 2 items",
          "{'title':'x','kind':'atlas','titel':1}       | unknown-member REQUEST_BODY /titel | one of id, title, kind, isbn, keywords, maker | 1",
          "{'title':'x','kind':'atlas','id':'b1'}       | not-allowed REQUEST_BODY /id | nothing (readOnly) | 'b1'",
          "[]                                           | type REQUEST_BODY          | object | an array with 0 items",
        })
    void a_bad_body_is_one_violation_at_its_place(
        String body, String place, String expected, String got) {
      var violations = check(LIBRARY, json("POST", "/books", quoted(body))).violations();

      assertThat(places(violations)).map(String::strip).containsExactly(place);
      assertThat(violations.get(0).expected()).isEqualTo(expected);
      assertThat(violations.get(0).got()).isEqualTo(quoted(got));
    }

    @Test
    void a_violation_names_the_line_of_the_keyword_that_failed() {
      var body = "{'title':'x','kind':'atlas','isbn':'12'}";

      var violations = check(LIBRARY, json("POST", "/books", quoted(body))).violations();

      assertThat(violations.get(0).line()).isEqualTo(lineOf("library.yaml", "isbn:"));
    }

    @Test
    void a_good_body_comes_as_a_tree() {
      var body = quoted("{'title':'x','kind':'atlas','maker':{'type':'firm','seat':'Ulm'}}");

      var checked = check(LIBRARY, json("POST", "/books", body));

      assertThat(checked.violations()).isEmpty();
      assertThat(checked.warnings()).isEmpty();
      assertThat(checked.body()).isEqualTo(Json.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"title\":}", "{} {}", "nul", "{'title':1}", " ", "\u0000"})
    void a_body_that_is_no_json_is_malformed(String body) {
      var checked = check(LIBRARY, json("POST", "/books", body));

      assertThat(places(checked.violations())).containsExactly("malformed REQUEST_BODY ");
      assertThat(checked.body()).isNull();
    }

    @Test
    void a_malformed_body_is_located() {
      var violations = check(LIBRARY, json("POST", "/books", "{\n  \"title\": x}")).violations();

      assertThat(violations.get(0).got()).startsWith("at line 2, column 1");
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
      var bytes = new byte[] {'"', (byte) 0xff, '"'};
      var headers = HttpHeaders.of(Map.of("Content-Type", List.of("application/json")));
      var request = new ApiRequest("POST", "/books", null, headers, bytes, List.of());

      assertThat(places(check(LIBRARY, request).violations()))
          .containsExactly("malformed REQUEST_BODY ");
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "UTF-8", "iso-8859-1", "utf-16"})
    void a_charset_parameter_is_obeyed(String charset) {
      var headers =
          HttpHeaders.of(Map.of("Content-Type", List.of("Application/JSON; charset=" + charset)));
      var bytes = "{\"title\":\"Ä\",\"kind\":\"novel\"}".getBytes(Charset.forName(charset));

      var checked =
          check(LIBRARY, new ApiRequest("POST", "/books", null, headers, bytes, List.of()));

      assertThat(checked.violations()).isEmpty();
      assertThat(checked.body()).hasToString("{\"title\":\"Ä\",\"kind\":\"novel\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=klingon"})
    void another_media_type_is_a_violation(String type) {
      assertThat(places(check(LIBRARY, body("POST", "/books", type, "{}")).violations()))
          .containsExactly("media-type HEADER Content-Type");
    }

    @Test
    void json_without_a_content_type_is_read_and_noted() {
      var bytes = quoted("{'title':'x','kind':'novel'}").getBytes(StandardCharsets.UTF_8);
      var request = new ApiRequest("POST", "/books", null, HttpHeaders.none(), bytes, List.of());

      var checked = check(LIBRARY, request);

      assertThat(checked.violations()).isEmpty();
      assertThat(places(checked.warnings())).containsExactly("media-type HEADER Content-Type");
      assertThat(checked.body()).isNotNull();
    }

    @Test
    void a_required_body_must_be_there() {
      assertThat(places(check(LIBRARY, ApiRequest.of("POST", "/books", null)).violations()))
          .containsExactly("missing REQUEST_BODY ");
    }

    @Test
    void an_optional_body_may_be_absent_with_or_without_a_content_type() {
      assertThat(check(LIBRARY, ApiRequest.of("PATCH", "/books/1", null)).violations()).isEmpty();
      assertThat(check(LIBRARY, json("PATCH", "/books/1", "")).violations()).isEmpty();
    }

    @Test
    void a_body_that_nobody_asked_for_is_a_warning() {
      assertThat(places(check(LIBRARY, json("GET", "/health", "{}")).warnings()))
          .containsExactly("not-allowed REQUEST_BODY ");
    }

    @Test
    void an_unknown_member_of_an_open_schema_is_a_warning() {
      var body = quoted("{'title':'x','Pages':3,'notes':{'any':{'text':'t','txt':1}}}");

      var checked = check(LIBRARY, json("PATCH", "/books/1", body));

      assertThat(checked.violations()).isEmpty();
      assertThat(places(checked.warnings()))
          .containsExactly(
              "unknown-member REQUEST_BODY /Pages", "unknown-member REQUEST_BODY /notes/any/txt");
      assertThat(checked.warnings().get(0).fix()).isEqualTo("Remove it, or did you mean pages?");
    }

    @ParameterizedTest
    @CsvSource({"2147483647, true", "2147483648, false", "1e999999999, false"})
    void the_format_int32_is_asserted(String number, boolean valid) {
      var body = "{\"pages\":%s}".formatted(number);

      assertThat(check(LIBRARY, json("PATCH", "/books/1", body)).isValid()).isEqualTo(valid);
    }
  }

  @Nested
  class Unions {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "{'type':'person'}            | missing REQUEST_BODY /maker/name",
          "{'type':'firm','seat':1}     | type REQUEST_BODY /maker/seat",
          "{'type':'firm','seat':'x','staff':'y'} | type REQUEST_BODY /maker/staff",
          "{'type':'club'}              | union REQUEST_BODY /maker",
          "{}                           | union REQUEST_BODY /maker",
          "3                            | union REQUEST_BODY /maker",
        })
    void the_branch_that_was_clearly_meant_speaks_else_the_union(String maker, String place) {
      var body = quoted("{'title':'x','kind':'atlas','maker':%s}".formatted(maker));

      var violations = check(LIBRARY, json("POST", "/books", body)).violations();

      assertThat(places(violations)).containsExactly(place);
    }

    @Test
    void a_union_lists_its_branches() {
      var body = quoted("{'title':'x','kind':'atlas','maker':3}");

      var violation = check(LIBRARY, json("POST", "/books", body)).violations().get(0);

      assertThat(violation.expected()).isEqualTo("exactly one of: Person, Firm");
      assertThat(violation.got()).isEqualTo("3");
      assertThat(violation.line()).isEqualTo(lineOf("library.yaml", "oneOf:"));
    }

    @Test
    void a_value_that_is_not_null_was_not_meant_to_be_null() {
      assertThat(places(check(LIBRARY, json("PATCH", "/books/1", "{\"shelf\":\"\"}")).violations()))
          .containsExactly("length REQUEST_BODY /shelf");
    }
  }

  @Nested
  class Form_bodies {
    private CheckedRequest lend(String form) {
      return check(
          LIBRARY, body("POST", "/books/1/loan", "application/x-www-form-urlencoded", form));
    }

    @Test
    void a_form_becomes_a_typed_object() {
      var checked = lend("reader=Ann+B%26C&days=7&tags=a&tags=b");

      assertThat(checked.violations()).isEmpty();
      assertThat(checked.body())
          .hasToString("{\"reader\":\"Ann B&C\",\"days\":7,\"tags\":[\"a\",\"b\"]}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "days=1            | missing REQUEST_BODY /reader",
          "reader=a&days=31  | range REQUEST_BODY /days",
          "reader=a&days=x   | type REQUEST_BODY /days",
          "reader=           | length REQUEST_BODY /reader",
          "reader=a&days=%zz | encoding REQUEST_BODY /days",
        })
    void a_bad_form_is_one_violation_at_its_field(String form, String place) {
      assertThat(places(lend(form).violations())).containsExactly(place);
    }

    @Test
    void an_unknown_field_is_a_warning() {
      assertThat(places(lend("reader=a&dyas=2").warnings()))
          .containsExactly("unknown-member REQUEST_BODY /dyas");
    }
  }

  @Nested
  class Multipart_bodies {
    private CheckedRequest upload(BodyPart... parts) {
      var headers =
          HttpHeaders.of(Map.of("Content-Type", List.of("multipart/form-data; boundary=x")));
      return check(
          LIBRARY,
          new ApiRequest("POST", "/covers", null, headers, new byte[] {1}, List.of(parts)));
    }

    private BodyPart field(String name, String text) {
      return new BodyPart(name, null, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private BodyPart file(String name, String type) {
      return new BodyPart(name, "cover", type, new byte[] {1, 2});
    }

    @Test
    void files_stay_parts_and_fields_become_typed_members() {
      var checked = upload(file("file", "image/png"), field("width", "640"));

      assertThat(checked.violations()).isEmpty();
      assertThat(checked.body()).hasToString("{\"width\":640}");
      assertThat(checked.parts()).hasSize(2);
    }

    @Test
    void a_required_part_must_be_there() {
      assertThat(places(upload(field("width", "1")).violations()))
          .containsExactly("missing REQUEST_BODY /file");
    }

    @Test
    void a_field_is_checked_like_any_member() {
      assertThat(places(upload(file("file", "image/png"), field("width", "0")).violations()))
          .containsExactly("range REQUEST_BODY /width");
    }

    @Test
    void a_file_must_have_a_declared_media_type() {
      assertThat(places(upload(file("file", "image/gif")).violations()))
          .containsExactly("media-type REQUEST_BODY /file");
    }

    @Test
    void a_plain_field_is_no_file() {
      assertThat(places(upload(field("file", "bytes")).violations()))
          .containsExactly("type REQUEST_BODY /file");
    }

    @Test
    void an_unknown_part_is_a_warning() {
      assertThat(places(upload(file("file", "image/png"), file("thumb", "image/png")).warnings()))
          .containsExactly("unknown-member REQUEST_BODY /thumb");
    }
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
