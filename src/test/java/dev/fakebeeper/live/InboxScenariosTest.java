package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bundled scenarios about what is there and how it is walked, as a client sees them. */
class InboxScenariosTest {
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  private static List<String> texts(Iterable<JsonNode> messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .map(one -> one.path("text").asText())
        .toList();
  }

  private static List<String> reversed(List<String> list) {
    var copy = new java.util.ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  @Test
  void account_backfilling_grows_its_history_between_two_walks() {
    try (var play = Play.of(beeper, "account-backfilling");
        var socket = play.socket()) {
      var account = "/v1/accounts/local-whatsapp_ba_Kw7pT2";
      var messages = Api.messages("!harbour:local-whatsapp.localhost");
      assertThat(play.api().get(account).json().path("status").asText()).isEqualTo("backfilling");
      var first = Play.ids(play.api().walk(messages));
      assertThat(first).hasSize(3);

      play.after("PT10S");
      var second = Play.ids(play.api().walk(messages));
      play.after("PT10S");
      var third = Play.ids(play.api().walk(messages));

      assertThat(second).hasSize(43).startsWith(first.toArray(new String[0]));
      assertThat(third).hasSize(83).startsWith(second.toArray(new String[0]));
      var harbour = "!harbour:local-whatsapp.localhost";
      var ann = play.chat(harbour).at("/participants/items/0/id").asText();
      play.world().others().from(ann).text("Now").in(harbour);
      assertThat(socket.next().at("/entries/0/text").asText())
          .as("the first event is the new message, none told of the history")
          .isEqualTo("Now");
      play.after("PT40S");
      assertThat(play.api().get(account).json().path("status").asText()).isEqualTo("connected");
    }
  }

  @Test
  void account_comes_and_goes_with_its_chats() {
    try (var play = Play.of(beeper, "account-comes-and-goes")) {
      var chats = "/v1/chats?accountIDs=telegram";
      assertThat(play.ids(chats)).isEmpty();

      play.after("PT10S");
      assertThat(play.api().get("/v1/accounts/telegram").status()).isEqualTo(200);
      var chat = play.ids(chats).get(0);

      play.after("PT20S");
      assertThat(play.api().get("/v1/accounts").text()).doesNotContain("telegram");
      assertThat(play.ids("/v1/chats")).containsExactly("!ann:beeper.com");
      assertThat(play.ids("/v1/chats/search")).doesNotContain(chat);
      assertThat(play.api().get(Api.chat(chat)).status()).isEqualTo(404);
    }
  }

  @Test
  void huge_inbox_is_walked_to_its_end_without_a_repetition() {
    try (var play = Play.of(beeper, "huge-inbox")) {
      var first = play.api().get("/v1/chats").json();
      assertThat(first.path("items")).hasSize(25);
      assertThat(first.path("hasMore").asBoolean()).isTrue();

      var all = play.api().walk("/v1/chats");

      assertThat(all).hasSize(2000);
      assertThat(new HashSet<>(Play.ids(all))).hasSize(2000);
      assertThat(all)
          .extracting(chat -> chat.path("lastActivity").asText())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void large_group_shows_as_many_participants_as_are_asked_for() {
    try (var play = Play.of(beeper, "large-group")) {
      var chat = Api.chat("!stadium:beeper.com");
      var total = play.chat("!stadium:beeper.com").path("participants").path("total").asInt();

      assertThat(total).isEqualTo(802); // 800 of the crowd, one by name, the owner
      assertThat(participants(play, chat)).isEqualTo("100 true 802");
      assertThat(participants(play, chat + "?maxParticipantCount=0")).isEqualTo("0 true 802");
      assertThat(participants(play, chat + "?maxParticipantCount=500")).isEqualTo("500 true 802");
      assertThat(participants(play, chat + "?maxParticipantCount=-1")).isEqualTo("802 false 802");
      var listed = play.api().get("/v1/chats").json().path("items").path(0).path("participants");
      assertThat(listed.path("items")).hasSize(20);
      assertThat(listed.path("hasMore").asBoolean()).isTrue();
    }
  }

  private static String participants(Play play, String path) {
    var people = play.api().get(path).json().path("participants");
    return "%d %s %d"
        .formatted(
            people.path("items").size(),
            people.path("hasMore").asBoolean(),
            people.path("total").asInt());
  }

  @Test
  void paging_while_messages_arrive_neither_repeats_nor_skips_older_ones() {
    try (var play = Play.of(beeper, "paging-while-messages-arrive")) {
      var messages = Api.messages("!busy:beeper.com");

      var walked = play.api().walk(messages);

      assertThat(new HashSet<>(Play.ids(walked))).hasSize(walked.size());
      assertThat(walked).hasSize(100);
      assertThat(texts(walked)).doesNotContain("And another thing");
      assertThat(texts(play.api().walk(messages)))
          .filteredOn("And another thing"::equals)
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void chat_jumps_while_paging_and_is_missed_until_the_first_page_is_asked_for_again() {
    try (var play = Play.of(beeper, "chat-jumps-while-paging")) {
      var walked = Play.ids(play.api().walk("/v1/chats"));

      assertThat(walked).hasSize(39).doesNotHaveDuplicates();
      assertThat(walked).doesNotContain("!chat30:beeper.com").contains("!chat05:beeper.com");
      assertThat(play.ids("/v1/chats")).startsWith("!chat05:beeper.com", "!chat30:beeper.com");
    }
  }

  @Test
  void sort_keys_change_width_and_order_is_that_of_numbers() {
    try (var play = Play.of(beeper, "sort-keys-change-width")) {
      var page = play.api().get(Api.messages("!width:beeper.com")).json().path("items");

      assertThat(texts(page)).containsExactly("four", "three", "two", "one");
      assertThat(page)
          .extracting(one -> one.path("sortKey").asText())
          .containsExactly("1001", "1000", "999", "998");
    }
  }

  @Test
  void cursors_of_older_clients_are_taken() {
    try (var play = Play.of(beeper, "cursors-of-older-clients")) {
      var messages = Api.messages("!long:beeper.com");
      var first = play.api().get(messages).json();
      var last = first.path("items").path(first.path("items").size() - 1);
      var next = play.ids(messages + "?cursor=" + first.path("oldestCursor").asText());

      assertThat(play.ids(messages + "?cursor=" + last.path("sortKey").asText())).isEqualTo(next);
      assertThat(play.ids(messages + "?cursor=" + last.path("id").asText())).isEqualTo(next);
      assertThat(next).hasSize(20).doesNotContainAnyElementsOf(Play.ids(first.path("items")));
    }
  }

  @Test
  void invalid_parameters_are_refused_by_name() {
    try (var play = Play.of(beeper, "invalid-parameters")) {
      var refused =
          Stream.of(
                  "/v1/chats?cursor=nonsense",
                  "/v1/messages/search?limit=0",
                  "/v1/messages/search?limit=500",
                  "/v1/chats/search?inbox=attic",
                  "/v1/chats?direction=sideways",
                  "/v1/messages/search?dateAfter=2026-06-01T10:00:00")
              .toList();
      for (var path : refused) {
        var answer = play.api().get(path);
        var parameter = path.substring(path.indexOf('?') + 1, path.indexOf('='));

        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.json().at("/details/issues/0/path/0").asText()).isEqualTo(parameter);
      }
    }
  }

  @Test
  void empty_chat_has_no_activity_and_an_empty_page() {
    try (var play = Play.of(beeper, "empty-chat")) {
      var chats = play.api().get("/v1/chats").json().path("items");

      assertThat(Play.ids(chats)).containsExactly("!ann:beeper.com", "!new:beeper.com");
      assertThat(chats.path(1).has("lastActivity")).isFalse();
      assertThat(chats.path(1).path("preview").isContainerNode()).isFalse();
      var page = play.api().get(Api.messages("!new:beeper.com"));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.json().path("items")).isEmpty();
      assertThat(page.json().path("hasMore").asBoolean()).isFalse();
      play.send("!new:beeper.com", "first");
      play.after("PT5S");
      assertThat(play.ids("/v1/chats").get(0)).isEqualTo("!new:beeper.com");
    }
  }

  @Test
  void forward_walk_by_the_oldest_cursor_advances_by_one_message() {
    try (var play = Play.of(beeper, "forward-walk")) {
      var messages = Api.messages("!long:beeper.com");
      var all = Play.ids(play.api().walk(messages));
      var oldest = all.get(all.size() - 1);

      var right = play.api().walk(messages, oldest, "newestCursor", "after");
      var asSdksDo = play.api().walk(messages, oldest, "oldestCursor", "after");

      assertThat(new HashSet<>(Play.ids(right))).hasSize(29);
      assertThat(right).hasSize(29);
      assertThat(new HashSet<>(Play.ids(asSdksDo))).hasSize(29);
      assertThat(asSdksDo).as("the same messages again and again").hasSizeGreaterThan(100);
    }
  }

  @Test
  void ambiguous_title_is_found_three_times() {
    try (var play = Play.of(beeper, "ambiguous-title")) {
      var found = play.api().get("/v1/chats/search?query=family").json().path("items");

      assertThat(Play.ids(found))
          .containsExactly(
              "!fam1:beeper.com", "!fam2:local-whatsapp.localhost", "!fam3:beeper.com");
      assertThat(found).extracting(one -> one.path("title").asText()).containsOnly("Family");
    }
  }

  @Test
  void odd_chat_ids_are_found_again_as_they_were_listed() {
    try (var play = Play.of(beeper, "odd-chat-ids")) {
      var ids = play.ids("/v1/chats");

      assertThat(ids).hasSize(4);
      for (var id : ids) {
        assertThat(play.chat(id).path("id").asText()).isEqualTo(id);
        assertThat(play.api().get(Api.messages(id)).json().path("items")).hasSize(1);
      }
      assertThat(reversed(ids).get(3)).startsWith("imsg##");
      assertThat(play.api().get("/v1/chats/imsg%23").status()).isEqualTo(404);
    }
  }

  @Test
  void start_chat_drops_the_text_for_a_known_person_and_delivers_it_to_a_new_one() {
    try (var play = Play.of(beeper, "start-chat")) {
      var known = start(play, "\"phoneNumber\": \"+15550100101\"");
      var fresh = start(play, "\"phoneNumber\": \"+15550100102\"");

      assertThat(known.json().path("id").asText()).isEqualTo("!ann:local-whatsapp.localhost");
      assertThat(texts(items(play, known))).containsExactly("Hello");
      assertThat(fresh.status()).isEqualTo(200);
      assertThat(texts(items(play, fresh))).containsExactly("Hi there");
      assertThat(start(play, "\"username\": \"nobody.at.all\"").status()).isEqualTo(404);
    }
  }

  private static Iterable<JsonNode> items(Play play, Api.Answer chat) {
    play.after("PT5S");
    return play.api().get(Api.messages(chat.json().path("id").asText())).json().path("items");
  }

  private static Api.Answer start(Play play, String person) {
    return play.api()
        .post(
            "/v1/chats/start",
            """
            {"accountID": "local-whatsapp_ba_Kw7pT2", "user": {%s},
             "messageText": "Hi there"}
            """
                .formatted(person));
  }
}
