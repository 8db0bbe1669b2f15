package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.body;
import static dev.fakebeeper.contract.TestContracts.check;
import static dev.fakebeeper.contract.TestContracts.get;
import static dev.fakebeeper.contract.TestContracts.json;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each constraint, broken alone in an otherwise good request, is one violation at its place. */
class RequestMutationTest {
  private static final int ROUNDS = 500;

  /** A way to spoil one member, and the place where that must show. */
  private record Spoiling(String name, String value, String place) {}

  private static final Map<String, String> GOOD_QUERY =
      new LinkedHashMap<>(
          Map.of(
              "limit",
              "7",
              "direction",
              "before",
              "cursor",
              "c",
              "muted",
              "false",
              "since",
              "2026-01-31T09:30:00Z",
              "word",
              "w",
              "price",
              "0.5",
              "ids",
              "ab"));

  private static final List<Spoiling> IN_QUERY =
      List.of(
          new Spoiling("limit", "0", "range QUERY limit"),
          new Spoiling("limit", "x", "type QUERY limit"),
          new Spoiling("direction", "up", "enum QUERY direction"),
          new Spoiling("muted", "yes", "type QUERY muted"),
          new Spoiling("since", "now", "format QUERY since"),
          new Spoiling("word", "w".repeat(21), "length QUERY word"),
          new Spoiling("price", "-1", "range QUERY price"),
          new Spoiling("ids", "a", "length QUERY ids/0"),
          new Spoiling("word", "%zz", "encoding QUERY word"));

  private static final List<Spoiling> IN_BODY =
      List.of(
          new Spoiling("title", "", "missing REQUEST_BODY /title"),
          new Spoiling("title", "1", "type REQUEST_BODY /title"),
          new Spoiling("kind", "'play'", "enum REQUEST_BODY /kind"),
          new Spoiling("isbn", "'1'", "pattern REQUEST_BODY /isbn"),
          new Spoiling("keywords", "['a','a']", "unique REQUEST_BODY /keywords"),
          new Spoiling("keywords", "['a',1]", "type REQUEST_BODY /keywords/1"),
          new Spoiling("id", "'1'", "not-allowed REQUEST_BODY /id"),
          new Spoiling("extra", "1", "unknown-member REQUEST_BODY /extra"),
          new Spoiling("maker", "{'type':'firm'}", "missing REQUEST_BODY /maker/seat"),
          new Spoiling("maker", "{'type':'x'}", "union REQUEST_BODY /maker"));

  private static final List<Spoiling> IN_FORM =
      List.of(
          new Spoiling("reader", "", "length REQUEST_BODY /reader"),
          new Spoiling("days", "31", "range REQUEST_BODY /days"),
          new Spoiling("days", "x", "type REQUEST_BODY /days"),
          new Spoiling("reader", "%C3", "encoding REQUEST_BODY /reader"));

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  @Test
  void a_spoiled_parameter_is_found_alone() {
    var random = Seeds.random("RequestMutationTest query");
    for (int round = 0; round < ROUNDS; round++) {
      var query = new LinkedHashMap<>(GOOD_QUERY);
      query.keySet().removeIf(name -> random.nextInt(3) == 0);
      assertThat(check(LIBRARY, get("/books", joined(query))).isValid()).isTrue();
      var spoiling = any(IN_QUERY, random);
      query.put(spoiling.name(), spoiling.value());

      assertThat(places(check(LIBRARY, get("/books", joined(query))).violations()))
          .as(query.toString())
          .containsExactly(spoiling.place());
    }
  }

  private static String joined(Map<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }

  @Test
  void a_spoiled_member_is_found_alone() {
    var random = Seeds.random("RequestMutationTest body");
    for (int round = 0; round < ROUNDS; round++) {
      var tree = goodBook(random);
      assertThat(check(LIBRARY, json("POST", "/books", tree.toString())).isValid()).isTrue();
      var spoiling = any(IN_BODY, random);
      tree.remove(spoiling.name());
      if (!spoiling.value().isEmpty()) {
        tree.set(spoiling.name(), value(spoiling.value()));
      }

      assertThat(places(check(LIBRARY, json("POST", "/books", tree.toString())).violations()))
          .as(tree.toString())
          .containsExactly(spoiling.place());
    }
  }

  private static ObjectNode goodBook(Random random) {
    var good =
        (ObjectNode)
            value(
                "{'title':'t','kind':'atlas','isbn':'1234567890123','keywords':['a','b'],"
                    + "'maker':{'type':'person','name':'n'}}");
    for (var optional : List.of("isbn", "keywords", "maker")) {
      if (random.nextBoolean()) {
        good.remove(optional);
      }
    }
    return good;
  }

  private static JsonNode value(String json) {
    return Json.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_spoiled_field_of_a_form_is_found_alone() {
    var random = Seeds.random("RequestMutationTest form");
    for (int round = 0; round < ROUNDS; round++) {
      var form = new LinkedHashMap<>(Map.of("reader", "Ann", "days", "3"));
      var spoiling = any(IN_FORM, random);
      form.put(spoiling.name(), spoiling.value());
      var request =
          body("POST", "/books/1/loan", "application/x-www-form-urlencoded", joined(form));

      assertThat(places(check(LIBRARY, request).violations()))
          .as(form.toString())
          .containsExactly(spoiling.place());
    }
  }
}
