package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketVariationTest {
  private static final WebSocketContract SOCKET =
      TestContracts.load("drift.yaml").webSocket().orElseThrow();
  private static final String TYPE = "message.upserted";
  private static final String FRAME =
      """
      {"type":"message.upserted","seq":1,"entries":[{"id":"1","type":"TEXT","senderName":"Ann","mentions":[]}]}"""
          .strip();

  private static Rewritten<String> vary(VariationWish wish) {
    return SOCKET.vary(TYPE, FRAME, wish);
  }

  private static VariationWish wish(Variation variation) {
    return VariationWish.of(variation, 1);
  }

  @Test
  void the_type_of_a_frame_and_those_of_its_messages_become_unknown() {
    var varied = vary(wish(Variation.UNKNOWN_ENUM_VALUE));

    assertThat(varied.changes())
        .extracting(JsonChange::pointer)
        .containsExactly("/type", "/entries/0/type");
    assertThat(varied.message()).startsWith("{\"type\":\"message.");
    assertThat(places(SOCKET.checkServerFrame(TYPE, varied.message())))
        .containsExactlyInAnyOrder(
            "enum RESPONSE_BODY /type", "enum RESPONSE_BODY /entries/0/type");
  }

  @Test
  void messages_follow_the_schema_of_messages() {
    var nulls = vary(wish(Variation.NULLS));
    var texts = vary(wish(Variation.LONG_TEXT));
    var missing = vary(wish(Variation.MISSING_OPTIONAL).at("senderName"));

    assertThat(nulls.summary()).containsExactly("/entries/*/mentions became null");
    assertThat(texts.summary())
        .containsExactly("/entries/*/senderName became a long text of 10000 characters");
    assertThat(missing.summary()).containsExactly("/entries/*/senderName was removed");
    for (var frame : List.of(nulls, texts, missing)) {
      assertThat(SOCKET.checkServerFrame(TYPE, frame.message())).isEmpty();
    }
  }

  @Test
  void a_frame_may_come_without_its_entries() {
    assertThat(vary(wish(Variation.MISSING_OPTIONAL)).message())
        .isEqualTo("{\"type\":\"message.upserted\",\"seq\":1}");
  }

  @Test
  void further_members_are_only_where_they_may_be() {
    var varied = vary(wish(Variation.EXTRA_MEMBERS));

    assertThat(varied.changes())
        .extracting(JsonChange::pointer)
        .containsExactly("/entries/0/addedByANewerBuild");
    assertThat(SOCKET.checkServerFrame(TYPE, varied.message())).isEmpty();
  }

  @Test
  void what_a_message_requires_may_be_removed_to_break_the_contract() {
    var varied = vary(wish(Variation.MEMBER_REMOVED).at("id"));

    assertThat(places(SOCKET.checkServerFrame(TYPE, varied.message())))
        .containsExactly("missing RESPONSE_BODY /entries/0/id");
  }

  @Test
  void a_frame_of_an_unknown_type_stays_as_it_is() {
    var varied = SOCKET.vary("chat.shouted", FRAME, wish(Variation.NULLS).at("mentions"));

    assertThat(varied.message()).isSameAs(FRAME);
    assertThat(varied.unmatched()).containsExactly("mentions");
  }

  @Test
  void every_frame_of_the_vendors_contract_varied_keeps_or_breaks_it_as_promised() {
    var random = Seeds.random("WebSocketVariationTest");
    var socket = Contract.bundled().webSocket().orElseThrow();
    var varied = EnumSet.noneOf(Variation.class);

    for (var frame : frames()) {
      var type = frame.get("type").asText();
      assertThat(socket.checkServerFrame(type, frame.toString())).as(type).isEmpty();
      for (var variation : Variation.values()) {
        var wish = VariationWish.of(variation, random.nextLong());
        var result = socket.vary(type, frame.toString(), wish);
        var violations = socket.checkServerFrame(type, result.message());
        assertThat(violations.isEmpty())
            .as("%s of %s: %s", wish, type, result.summary())
            .isEqualTo(variation.keepsContract() || result.changes().isEmpty());
        if (!result.changes().isEmpty()) {
          varied.add(variation);
        }
      }
    }

    var none = EnumSet.of(Variation.NULLS, Variation.EMPTY_PAGE_WITH_CURSOR);
    assertThat(varied).isEqualTo(EnumSet.complementOf(none));
  }

  /** The examples of every frame of the server. */
  private static List<JsonNode> frames() {
    var document = Json.parse(Contract.bundled().document());
    var frames = new ArrayList<JsonNode>();
    for (var frame : document.at("/components/schemas/WSOutgoingMessage/anyOf")) {
      var schema = document.at(frame.get("$ref").asText().substring(1));
      assertThat(schema.path("examples")).isNotEmpty();
      schema.get("examples").forEach(frames::add);
    }
    return frames;
  }
}
