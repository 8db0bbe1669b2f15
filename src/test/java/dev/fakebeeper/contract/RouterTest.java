package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private static final int ROUNDS = 2_000;
  private static final String SPECIAL = "!:/?#[]@$&'()*+,;=%. \"<>{}|\\^`~";

  private static Routing.Found found(String id, Map<String, String> parameters) {
    return new Routing.Found(operation(LIBRARY, id), parameters);
  }

  @Test
  void a_literal_segment_wins_over_a_templated_one() {
    assertThat(LIBRARY.route("GET", "/books/search")).isEqualTo(found("searchBooks", Map.of()));
    assertThat(LIBRARY.route("GET", "/books/s%65arch")).isEqualTo(found("searchBooks", Map.of()));
  }

  @Test
  void a_literal_segment_wins_only_for_the_methods_it_has() {
    assertThat(LIBRARY.route("PATCH", "/books/search"))
        .isEqualTo(found("changeBook", Map.of("bookID", "search")));
    assertThat(LIBRARY.route("POST", "/books/search/loan"))
        .isEqualTo(found("lendBook", Map.of("bookID", "search")));
  }

  @ParameterizedTest
  @CsvSource({
    "/books/!a:beeper.com, !a:beeper.com",
    "/books/%21a%3Abeeper.com, !a:beeper.com",
    "/books/a%2Fb, a/b",
    "/books/imsg%23%23thread, imsg##thread",
    "/books/a+b, a+b",
    "/books/%F0%9F%92%9A%EF%B8%8F, 💚️",
    "/books/%2541, %41",
    "/books/💚, 💚",
    "/books/%zz, %zz",
    "/books/., .",
  })
  void a_segment_is_decoded_once(String path, String value) {
    assertThat(LIBRARY.route("GET", path)).isEqualTo(found("getBook", Map.of("bookID", value)));
  }

  @Test
  void head_is_routed_as_get() {
    assertThat(LIBRARY.route("HEAD", "/books")).isEqualTo(LIBRARY.route("GET", "/books"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/books/",
        "/books//loan",
        "/books/1/",
        "//books",
        "/",
        "",
        "books",
        "/Books",
        "*"
      })
  void what_is_not_exactly_a_path_of_the_contract_is_unknown(String path) {
    assertThat(LIBRARY.route("GET", path)).isInstanceOf(Routing.Unknown.class);
  }

  @Test
  void an_unknown_path_names_the_nearest_operation() {
    assertThat(LIBRARY.route("GET", "/book/search"))
        .isEqualTo(new Routing.Unknown(LIBRARY.find("searchBooks")));
    assertThat(LIBRARY.route("POST", "/book/a-very-long-identifier-of-a-book/loan"))
        .isEqualTo(new Routing.Unknown(LIBRARY.find("lendBook")));
    assertThat(((Routing.Unknown) LIBRARY.route("GET", "/favicon.ico/that/is/not/here")).nearest())
        .isEmpty();
  }

  @Test
  void a_wrong_method_names_the_right_ones() {
    assertThat(LIBRARY.route("DELETE", "/books/1"))
        .isEqualTo(
            new Routing.MethodNotAllowed(List.of("GET", "PATCH"), operation(LIBRARY, "getBook")));
    assertThat(((Routing.MethodNotAllowed) LIBRARY.route("DELETE", "/books/search")).allowed())
        .containsExactly("GET", "PATCH");
  }

  @Test
  void an_endless_path_is_answered_soon() {
    var path = "/books".repeat(20_000);

    assertThat(LIBRARY.route("GET", path)).isInstanceOf(Routing.Unknown.class);
  }

  @Test
  void any_text_survives_any_way_of_encoding_it() {
    var random = Seeds.random("RouterTest");
    var contract = Contract.bundled();
    var operations = List.copyOf(contract.operations());
    for (int round = 0; round < ROUNDS; round++) {
      var wanted = operations.get(random.nextInt(operations.size()));
      var parameters = new HashMap<String, String>();
      var path = path(wanted.path(), parameters, random);

      assertThat(contract.route(wanted.method(), path))
          .as(path)
          .isEqualTo(new Routing.Found(wanted, parameters));
    }
  }

  private static String path(String template, Map<String, String> parameters, Random random) {
    var path = new StringBuilder();
    for (var segment : template.substring(1).split("/", -1)) {
      var text = segment;
      if (Router.isTemplated(segment)) {
        text = text(random);
        parameters.put(segment.substring(1, segment.length() - 1), text);
      }
      path.append('/').append(encoded(text, random));
    }
    return path.toString();
  }

  /** Never the text of a literal segment: it has a capital letter. */
  private static String text(Random random) {
    var text = new StringBuilder("X");
    for (int i = random.nextInt(12); i >= 0; i--) {
      int kind = random.nextInt(4);
      int point =
          kind == 0
              ? SPECIAL.charAt(random.nextInt(SPECIAL.length()))
              : kind == 1 ? 0x1F300 + random.nextInt(0x300) : 1 + random.nextInt(0xD7FE);
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  private static String encoded(String text, Random random) {
    var path = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              boolean mustEscape = point < 128 && "/?#% ".indexOf(point) >= 0;
              if (mustEscape || random.nextBoolean()) {
                escape(point, path, random);
              } else {
                path.appendCodePoint(point);
              }
            });
    return path.toString();
  }

  private static void escape(int point, StringBuilder path, Random random) {
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      var digits = "%%%02X".formatted(b);
      path.append(random.nextBoolean() ? digits : digits.toLowerCase(Locale.ROOT));
    }
  }
}
