package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.operation;
import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VariationTest {
  private static final Contract DRIFT = TestContracts.load("drift.yaml");

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Rewritten<ApiResponse> vary(String id, String answer, VariationWish wish) {
    return DRIFT.vary(operation(DRIFT, id), ApiResponse.ok(json(answer)), wish);
  }

  private static JsonNode varied(String id, String answer, Variation variation, String... at) {
    return tree(vary(id, answer, VariationWish.of(variation, 1).at(at)));
  }

  private static JsonNode tree(Rewritten<ApiResponse> rewritten) {
    return JsonBody.tree(rewritten.message().body()).orElseThrow();
  }

  private static List<String> told(Rewritten<?> rewritten) {
    return rewritten.changes().stream().map(JsonChange::describe).toList();
  }

  private static List<String> violations(String id, Rewritten<ApiResponse> rewritten) {
    return places(DRIFT.checkResponse(operation(DRIFT, id), rewritten.message()));
  }

  @Nested
  class Unknown_values {
    @ParameterizedTest
    @CsvSource({
      "connected, velvet",
      "needs_login, needs_velvet",
      "FAIL_RETRIABLE, FAIL_VELVET",
      "low-priority, low-velvet",
      "message.upserted, message.velvet",
      "afterRead, afterVelvet",
      "Bearer, Velvet",
      "'', velvet"
    })
    void look_like_the_known_ones(String known, String unknown) {
      assertThat(UnknownValues.alike(known, "velvet")).isEqualTo(unknown);
    }

    @Test
    void stand_for_texts_and_numbers_in_members_and_lists() {
      var answer = "{'id':'1','type':'single','level':0,'timers':['afterRead'],'seen':true}";

      var varied = vary("getChat", answer, VariationWish.of(Variation.UNKNOWN_ENUM_VALUE, 1));

      assertThat(tree(varied).at("/level").asInt()).isEqualTo(2);
      assertThat(tree(varied).at("/timers/0").asText()).startsWith("after").isNotEqualTo("after");
      assertThat(tree(varied).at("/seen").booleanValue()).isTrue();
      assertThat(violations("getChat", varied))
          .containsExactlyInAnyOrder(
              "enum RESPONSE_BODY /type",
              "enum RESPONSE_BODY /level",
              "enum RESPONSE_BODY /timers/0");
    }

    @Test
    void keep_the_contract_where_the_document_declares_the_set_open() {
      var chat = "{'id':'1','type':'single','bridge':'whatsapp'}";
      var wish = VariationWish.of(Variation.UNKNOWN_ENUM_VALUE, 1);

      var bridge = vary("getChat", chat, wish.at("bridge"));
      var kind = vary("listNetworks", "[{'status':'connected','kind':'cloud'}]", wish.at("kind"));

      assertThat(tree(bridge).at("/bridge").asText()).isNotEqualTo("whatsapp");
      assertThat(violations("getChat", bridge)).isEmpty();
      assertThat(tree(kind).at("/0/kind").asText()).isNotIn("cloud", "local");
      assertThat(violations("listNetworks", kind)).isEmpty();
      assertThat(Variation.UNKNOWN_ENUM_VALUE.keepsContract()).isFalse();
    }

    @Test
    void stand_for_the_tag_of_a_union() {
      var step =
          vary(
              "getStep",
              "{'type':'web','url':'u'}",
              VariationWish.of(Variation.UNKNOWN_ENUM_VALUE, 1));

      assertThat(told(step)).hasSize(1).allMatch(line -> line.startsWith("/type became \""));
      assertThat(violations("getStep", step)).containsExactly("union RESPONSE_BODY ");
    }

    @Test
    void are_never_one_that_the_document_knows() {
      LongStream.range(0, 50)
          .forEach(
              seed ->
                  assertThat(
                          violations(
                              "listNetworks",
                              vary(
                                  "listNetworks",
                                  "[{'status':'connected'}]",
                                  VariationWish.of(Variation.UNKNOWN_ENUM_VALUE, seed))))
                      .containsExactly("enum RESPONSE_BODY /0/status"));
    }
  }

  @Nested
  class Missing_members {
    private static final String CHAT =
        "{'id':'1','type':'group','title':'t','members':{'items':[],'hasMore':false},'x':1}";

    @Test
    void are_those_that_no_schema_requires() {
      assertThat(varied("getChat", CHAT, Variation.MISSING_OPTIONAL))
          .isEqualTo(json("{'id':'1','type':'group','x':1}"));
    }

    @Test
    void are_only_those_that_were_named() {
      var varied = vary("getChat", CHAT, wish().at("title", "id", "preview"));

      assertThat(tree(varied).has("title")).isFalse();
      assertThat(tree(varied).has("members")).isTrue();
      assertThat(told(varied)).containsExactly("/title was removed");
      assertThat(varied.unmatched()).containsExactly("id", "preview");
    }

    @Test
    void stay_when_nothing_would_be_left_where_something_must_be() {
      var chat = "{'id':'1','type':'group','settings':{'muted':true,'sound':'x'}}";

      var varied = vary("getChat", chat, wish().at("muted", "sound"));

      assertThat(varied.changes()).hasSize(1);
      assertThat(tree(varied).get("settings")).hasSize(1);
    }

    @Test
    void are_of_the_branch_that_the_answer_fits() {
      assertThat(varied("getStep", "{'type':'done','note':'n'}", Variation.MISSING_OPTIONAL))
          .isEqualTo(json("{'type':'done'}"));
      assertThat(vary("getStep", "{'type':'web','url':'u'}", wish()).changes()).isEmpty();
    }

    @Test
    void that_are_required_break_the_contract() {
      var varied =
          vary("getChat", CHAT, VariationWish.of(Variation.MEMBER_REMOVED, 1).at("/members/*"));

      assertThat(told(varied))
          .containsExactly("/members/items was removed", "/members/hasMore was removed");
      assertThat(violations("getChat", varied))
          .containsExactlyInAnyOrder(
              "missing RESPONSE_BODY /members/items", "missing RESPONSE_BODY /members/hasMore");
    }

    @Test
    void that_are_required_are_chosen_by_the_seed() {
      var chosen =
          LongStream.range(0, 40)
              .mapToObj(seed -> VariationWish.of(Variation.MEMBER_REMOVED, seed))
              .flatMap(wish -> told(vary("getChat", CHAT, wish)).stream())
              .toList();

      assertThat(chosen)
          .hasSize(40)
          .containsOnly(
              "/id was removed",
              "/type was removed",
              "/members/items was removed",
              "/members/hasMore was removed");
    }

    private static VariationWish wish() {
      return VariationWish.of(Variation.MISSING_OPTIONAL, 1);
    }
  }

  @Nested
  class Further_members {
    @Test
    void are_in_every_object_that_takes_them() {
      var chat =
          "{'id':'1','type':'group','settings':{'muted':true},'extra':{'a':{}},'counts':{'a':1}}";

      var varied = vary("getChat", chat, VariationWish.of(Variation.EXTRA_MEMBERS, 3));

      assertThat(varied.changes())
          .extracting(JsonChange::pointer)
          .containsExactly(
              "/addedByANewerBuild", "/extra/addedByANewerBuild", "/extra/a/addedByANewerBuild");
      assertThat(violations("getChat", varied)).isEmpty();
    }

    @Test
    void are_in_the_object_that_was_named() {
      var chat = "{'id':'1','type':'group','extra':{}}";

      var wish = VariationWish.of(Variation.EXTRA_MEMBERS, 3).at("");

      assertThat(vary("getChat", chat, wish).changes())
          .extracting(JsonChange::pointer)
          .containsExactly("/addedByANewerBuild");
    }
  }

  @Nested
  class Nulls {
    @Test
    void stand_where_they_are_allowed() {
      var page =
          "{'items':[{'id':'1','type':'single','title':'t','mentions':['x'],'extra':{'a':1}}],'hasMore':true,'oldestCursor':'c','newestCursor':null}";

      var varied = vary("listChats", page, VariationWish.of(Variation.NULLS, 1));

      assertThat(told(varied))
          .containsExactly("/items/0/mentions became null", "/oldestCursor became null");
      assertThat(violations("listChats", varied)).isEmpty();
    }
  }

  @Nested
  class Texts {
    private static final String CHAT =
        "{'id':'1','type':'single','title':'t','description':'d','nickname':'n','bridge':'text','seen':'2026-01-31T09:30:00Z'}";

    @Test
    void are_long_where_people_read_them() {
      var varied = vary("getChat", CHAT, VariationWish.of(Variation.LONG_TEXT, 1));

      assertThat(told(varied))
          .containsExactly(
              "/title became a long text of 10000 characters",
              "/description became a long text of 80 characters");
      assertThat(tree(varied).get("title").asText()).hasSize(10_000);
      assertThat(violations("getChat", varied)).isEmpty();
    }

    @Test
    void of_other_names_are_long_when_they_are_named() {
      var varied =
          vary("getChat", CHAT, VariationWish.of(Variation.LONG_TEXT, 1).at("nickname", "seen"));

      assertThat(told(varied)).containsExactly("/nickname became a long text of 10 characters");
      assertThat(varied.unmatched()).containsExactly("seen");
    }

    @Test
    void run_both_ways() {
      var varied = vary("getChat", CHAT, VariationWish.of(Variation.BIDIRECTIONAL_TEXT, 1));

      var title = tree(varied).get("title").asText();
      assertThat(title.codePoints().map(Character::getDirectionality).boxed())
          .contains(
              (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT,
              (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
              (int) Character.DIRECTIONALITY_LEFT_TO_RIGHT,
              (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
              (int) Character.DIRECTIONALITY_NONSPACING_MARK);
      assertThat(title).contains("\uD83D\uDC69\u200D\uD83D\uDC69");
      assertThat(violations("getChat", varied)).isEmpty();
    }

    @Test
    void are_long_two_hundred_times_at_most() {
      var item = "{'id':'1','type':'single','title':'t'},";
      var items = item.repeat(201).substring(0, item.length() * 201 - 1);
      var page = "{'items':[" + items + "],'hasMore':false}";

      var varied = vary("listChats", page, VariationWish.of(Variation.LONG_TEXT, 1));

      assertThat(varied.changes()).hasSize(200);
      assertThat(varied.summary())
          .containsExactly("/items/*/title became a long text of 10000 characters (200 times)");
    }
  }

  @Nested
  class Empty_pages {
    @Test
    void say_that_there_is_more_and_keep_their_cursors() {
      var page =
          "{'items':[{'id':'1','type':'single'}],'hasMore':false,'oldestCursor':'o','newestCursor':'n'}";

      assertThat(varied("listChats", page, Variation.EMPTY_PAGE_WITH_CURSOR))
          .isEqualTo(json("{'items':[],'hasMore':true,'oldestCursor':'o','newestCursor':'n'}"));
    }

    @Test
    void need_a_cursor_to_go_on_with() {
      var members = "{'id':'1','type':'group','members':{'items':['a'],'hasMore':false}}";
      var last = "{'items':[],'hasMore':false,'oldestCursor':null,'newestCursor':null}";
      var wish = VariationWish.of(Variation.EMPTY_PAGE_WITH_CURSOR, 1);

      assertThat(vary("getChat", members, wish).changes()).isEmpty();
      assertThat(vary("listChats", last, wish).changes()).isEmpty();
    }
  }

  @Nested
  class Wrong_types {
    @Test
    void are_what_a_careless_server_would_write() {
      var chat = "{'id':'77','type':'single','unreadCount':3}";
      var wish = VariationWish.of(Variation.WRONG_TYPE, 0);

      var ids = LongStream.range(0, 20).mapToObj(seed -> at(chat, "id", seed)).distinct();
      var varied = vary("getChat", chat, wish.at("unreadCount"));

      assertThat(ids)
          .containsExactlyInAnyOrder(
              "/id became 77",
              "/id became an array with 1 items",
              "/id became an object with 0 members");
      assertThat(violations("getChat", varied)).containsExactly("type RESPONSE_BODY /unreadCount");
    }

    private static String at(String chat, String member, long seed) {
      var wish = new VariationWish(Variation.WRONG_TYPE, Set.of(member), seed);
      return told(vary("getChat", chat, wish)).get(0);
    }

    @Test
    void break_a_union_that_takes_several_types() {
      var chat = "{'id':'1','type':'single','seen':true}";

      for (long seed = 0; seed < 10; seed++) {
        var wish = new VariationWish(Variation.WRONG_TYPE, Set.of("seen"), seed);
        assertThat(violations("getChat", vary("getChat", chat, wish)))
            .hasSize(1)
            .allMatch(place -> place.endsWith("RESPONSE_BODY /seen"));
      }
    }
  }

  @Nested
  class Answers {
    private static final VariationWish REMOVAL = VariationWish.of(Variation.MEMBER_REMOVED, 1);

    @ParameterizedTest
    @EnumSource(Variation.class)
    void without_json_stay_the_same(Variation variation) {
      var picture =
          ApiResponse.ok(
              new Body.Stream("image/png", 1, () -> new ByteArrayInputStream(new byte[1])));
      var wish = VariationWish.of(variation, 1).at("title");

      var varied = DRIFT.vary(operation(DRIFT, "getPicture"), picture, wish);

      assertThat(varied.message()).isSameAs(picture);
      assertThat(varied.changes()).isEmpty();
      assertThat(varied.unmatched()).containsExactly("title");
    }

    @Test
    void of_an_undeclared_status_or_of_broken_json_stay_the_same() {
      var teapot = ApiResponse.of(302, new Body.Json(json("{'message':'m'}")));
      var broken = ApiResponse.of(404, new Body.Text("application/problem+json", "{"));

      for (var answer : List.of(teapot, broken)) {
        var varied = DRIFT.vary(operation(DRIFT, "listChats"), answer, REMOVAL);
        assertThat(varied.message()).isSameAs(answer);
        assertThat(varied.changes()).isEmpty();
      }
    }

    @Test
    void that_are_text_stay_text_of_their_media_type() {
      var problem = "{\"message\":\"m\",\"code\":\"c\"}";
      var failure = ApiResponse.of(404, new Body.Text("application/problem+json", problem));

      var varied = DRIFT.vary(operation(DRIFT, "listChats"), failure, REMOVAL);

      assertThat(varied.message().status()).isEqualTo(404);
      assertThat(varied.message().body())
          .isEqualTo(new Body.Text("application/problem+json", "{\"code\":\"c\"}"));
    }

    @Test
    void keep_their_headers_and_are_never_written_to() {
      var chat = json("{'id':'1','type':'single','title':'t'}");
      var fragment = JsonFragment.of(chat);
      var rest = (ObjectNode) json("{'hasMore':false,'oldestCursor':'o'}");
      var page = ApiResponse.ok(new Body.Page(List.of(fragment), rest)).with("X-One", "1");

      for (var variation : Variation.values()) {
        var wish = VariationWish.of(variation, 1);
        var varied = DRIFT.vary(operation(DRIFT, "listChats"), page, wish);
        assertThat(varied.changes()).as(variation.name()).isNotEmpty();
        assertThat(varied.message().headers().first("X-One")).contains("1");
      }

      assertThat(fragment.tree()).isEqualTo(chat);
      assertThat(rest).isEqualTo(json("{'hasMore':false,'oldestCursor':'o'}"));
    }

    @Test
    void that_are_lists_of_fragments_are_varied_item_by_item() {
      var network = JsonFragment.of(json("{'status':'connected'}"));
      var list = ApiResponse.ok(new Body.Items(List.of(network, network)));

      var varied = DRIFT.vary(operation(DRIFT, "listNetworks"), list, REMOVAL.at("/1/status"));

      assertThat(tree(varied)).isEqualTo(json("[{'status':'connected'},{}]"));
    }

    @Test
    void may_be_varied_twice() {
      var chat = "{'id':'1','type':'single','title':'t'}";

      var once = vary("getChat", chat, VariationWish.of(Variation.UNKNOWN_ENUM_VALUE, 1));
      var twice =
          DRIFT.vary(
              operation(DRIFT, "getChat"),
              once.message(),
              VariationWish.of(Variation.MISSING_OPTIONAL, 1));

      assertThat(told(twice)).containsExactly("/title was removed");
      assertThat(violations("getChat", twice)).containsExactly("enum RESPONSE_BODY /type");
    }
  }

  @Test
  void the_same_seed_gives_the_same_answer() {
    var page =
        "{'items':[{'id':'1','type':'single','title':'t','level':0}],'hasMore':false,'oldestCursor':'c'}";

    for (var variation : Variation.values()) {
      var wish = VariationWish.of(variation, 42);
      assertThat(tree(vary("listChats", page, wish)))
          .isEqualTo(tree(vary("listChats", page, wish)));
    }
  }

  @Test
  void a_summary_ends_after_twenty_lines() {
    var changes =
        IntStream.range(0, 25).mapToObj(i -> new JsonChange("/member" + i, "was removed")).toList();

    var summary = new Rewritten<>("", changes, List.of()).summary();

    assertThat(summary).hasSize(21).endsWith("and 5 other changes");
  }
}
