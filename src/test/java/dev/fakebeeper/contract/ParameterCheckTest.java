package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.check;
import static dev.fakebeeper.contract.TestContracts.get;
import static dev.fakebeeper.contract.TestContracts.lineOf;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "limit=0            | range QUERY limit     | integer 1 to 200   | 0",
        "limit=201          | range QUERY limit     | integer 1 to 200   | 201",
        "limit=many         | type QUERY limit      | integer 1 to 200   | '\\'many\\''",
        "limit=             | type QUERY limit      | integer 1 to 200   | '\\'\\''",
        "limit=1.5          | type QUERY limit      | integer 1 to 200   | 1.5",
        "limit=007          | type QUERY limit      | integer 1 to 200   | '\\'007\\''",
        "limit=1&limit=2    | type QUERY limit      | one value          | 2 values",
        "direction=down     | enum QUERY direction  | one of after, before | '\\'down\\''",
        "direction=         | enum QUERY direction  | one of after, before | '\\'\\''",
        "muted=1            | type QUERY muted      | boolean or null    | '\\'1\\''",
        "muted=True         | type QUERY muted      | boolean or null    | '\\'True\\''",
        "word=              | length QUERY word     | string of 1 to 20 characters | '\\'\\''",
        "price=0            | range QUERY price     | number more than 0 | 0",
        "since=yesterday    | format QUERY since    | string of format date-time (such as 2026-01-31T09:30:00Z) | '\\'yesterday\\''",
        "ids=ab&ids=c       | length QUERY ids/1    | string of at least 2 characters | '\\'c\\''",
        "ids=ab,cd,ef,gh    | length QUERY ids      | array of at most 3 items | an array with 4 items",
      })
  void a_bad_value_is_one_violation_that_says_what_was_wanted(
      String query, String place, String expected, String got) {
    var checked = check(LIBRARY, get("/books", query));

    assertThat(places(checked.violations())).containsExactly(place);
    var violation = checked.violations().get(0);
    assertThat(violation.expected()).isEqualTo(expected);
    assertThat(violation.got()).isEqualTo(got.replace("\\'", "\"").replace("'", ""));
    assertThat(violation.fix()).isNotEmpty();
    assertThat(violation.line()).isEqualTo(lineOf("library.yaml", "{name: " + name(query)));
  }

  private static String name(String query) {
    return query.split("=", 2)[0] + ",";
  }

  @Test
  void good_values_come_typed() {
    var query =
        "limit=7&direction=after&cursor=a%20b+c&muted=false&since=2026-01-31T09%3A30%3A00%2B01%3A00"
            + "&word=%F0%9F%92%9A&price=1.25&ids=one&ids=two%2Cthree";

    var checked = check(LIBRARY, get("/books", query));

    assertThat(checked.violations()).isEmpty();
    assertThat(checked.warnings()).isEmpty();
    var parameters = checked.parameters();
    assertThat(parameters.integer("limit")).contains(7);
    assertThat(parameters.longInteger("limit")).contains(7L);
    assertThat(parameters.text("direction")).contains("after");
    assertThat(parameters.text("cursor")).contains("a b c");
    assertThat(parameters.bool("muted")).contains(false);
    assertThat(parameters.instant("since")).contains(Instant.parse("2026-01-31T08:30:00Z"));
    assertThat(parameters.text("word")).contains("💚");
    assertThat(parameters.text("price")).contains("1.25");
    assertThat(parameters.list("ids")).containsExactly("one", "two,three");
  }

  @Test
  void absent_parameters_have_the_default_of_the_contract() {
    var parameters = check(LIBRARY, get("/books")).parameters();

    assertThat(parameters.integer("limit")).contains(50);
    assertThat(parameters.bool("muted")).contains(true);
    assertThat(parameters.text("cursor")).isEmpty();
    assertThat(parameters.list("ids")).isEmpty();
    assertThat(parameters.has("direction")).isFalse();
  }

  @Test
  void a_bad_value_leaves_the_default_in_place_for_a_lenient_caller() {
    assertThat(check(LIBRARY, get("/books", "limit=999")).parameters().integer("limit"))
        .contains(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=", "cursor", "muted=", "muted=null"})
  void an_empty_text_is_null_where_null_is_allowed_because_the_sdks_write_null_so(String query) {
    var checked = check(LIBRARY, get("/books", query));

    assertThat(checked.violations()).isEmpty();
    assertThat(checked.parameters().text("cursor")).isEmpty();
    assertThat(checked.parameters().bool("muted")).contains(true); // null leaves the default
  }

  @Test
  void the_word_null_is_text_where_any_text_is_allowed() {
    assertThat(check(LIBRARY, get("/books", "cursor=null")).parameters().text("cursor"))
        .contains("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids=ab,cd", "ids=ab%2Ccd", "ids=ab&ids=cd"})
  void an_array_is_a_repeated_key_or_one_text_with_commas(String query) {
    assertThat(check(LIBRARY, get("/books", query)).parameters().list("ids"))
        .containsExactly("ab", "cd");
  }

  @Test
  void a_missing_parameter_is_a_violation_with_the_line_of_its_declaration() {
    var violations = check(LIBRARY, get("/books/search")).violations();

    assertThat(places(violations)).containsExactly("missing QUERY query");
    assertThat(violations.get(0).line()).isEqualTo(lineOf("library.yaml", "name: query"));
  }

  @Test
  void an_unknown_parameter_is_only_a_warning_and_names_the_nearest_one() {
    var checked = check(LIBRARY, get("/books", "limits=3&limit=3"));

    assertThat(checked.isValid()).isTrue();
    assertThat(places(checked.warnings())).containsExactly("unknown-parameter QUERY limits");
    assertThat(checked.warnings().get(0).fix()).isEqualTo("Remove it, or did you mean limit?");
  }

  @Test
  void a_parameter_of_a_newer_version_is_unknown_to_an_older_one() {
    var old = LIBRARY.at(ApiVersion.of("4.3.0"));

    assertThat(places(check(old, get("/books", "label=x")).warnings()))
        .containsExactly("unknown-parameter QUERY label");
    assertThat(check(LIBRARY, get("/books", "label=x")).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"word=%zz", "word=%", "word=%C3%28", "word=%F", "%ff=1"})
  void broken_percent_encoding_is_a_violation_and_no_exception(String query) {
    var violations = check(LIBRARY, get("/books", query)).violations();

    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).kind()).isEqualTo("encoding");
    assertThat(violations.get(0).pointer()).isEqualTo(query.split("=", 2)[0]);
  }

  @Test
  void broken_percent_encoding_in_a_path_is_a_violation_of_that_parameter() {
    var violations = check(LIBRARY, get("/books/%zz")).violations();

    assertThat(places(violations)).containsExactly("encoding PATH bookID");
  }

  @Test
  void a_path_parameter_is_checked_after_it_was_decoded() {
    assertThat(check(LIBRARY, get("/books/%21a%2Fb%23%F0%9F%92%9A+")).parameters().path("bookID"))
        .isEqualTo("!a/b#💚+");
    assertThat(places(check(LIBRARY, get("/books/123456789-12")).violations())).isEmpty();
    assertThat(places(check(LIBRARY, get("/books/123456789-123")).violations()))
        .containsExactly("length PATH bookID");
  }

  @Test
  void a_header_parameter_is_checked_whatever_the_case_of_its_name() {
    var headers = HttpHeaders.of(Map.of("x-shelf", List.of("a")));
    var request = new ApiRequest("GET", "/books", null, headers, new byte[0], List.of());

    var checked = check(LIBRARY, request);

    assertThat(places(checked.violations())).containsExactly("pattern HEADER X-Shelf");
    assertThat(checked.parameters().header("x-shelf")).isEmpty();
  }

  @Test
  void asking_for_a_parameter_in_a_wrong_way_is_a_mistake_of_the_caller() {
    var parameters = check(LIBRARY, get("/books", "word=x")).parameters();

    assertThatThrownBy(() -> parameters.bool("word"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word");
    assertThatThrownBy(() -> parameters.path("bookID"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bookID");
  }

  @Test
  void a_number_of_absurd_size_is_refused_and_costs_nothing() {
    var checked = check(LIBRARY, get("/books", "limit=1e999999999&price=1e999999999"));

    assertThat(places(checked.violations())).containsExactly("range QUERY limit");
  }
}
