package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.ChatCapabilities;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatsOperationsTest {
  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);

  @Test
  void the_list_starts_with_the_newest_activity_and_ends_with_chats_that_have_none() {
    world.add(aChat().titled("never"));
    world.add(aChat().titled("old").lastActive("2026-06-01T00:00:00Z"));
    world.add(aChat().titled("new").lastActive("2026-06-02T00:00:00Z").archived());

    var page = api.get("/v1/chats");

    assertThat(page.items("title")).containsExactly("new", "old", "never");
    assertThat(page.at("/hasMore").asBoolean()).isFalse();
    assertThat(page.at("/items/2").has("lastActivity")).isFalse();
  }

  @Test
  void only_the_list_shows_the_newest_message_of_a_chat() {
    var chat = world.add(aChat().with(aMessage().saying("hi")));

    assertThat(api.get("/v1/chats").at("/items/0/preview/text").asText()).isEqualTo("hi");
    assertThat(api.get("/v1/chats/search").at("/items/0").has("preview")).isFalse();
    assertThat(api.get("/v1/chats/" + chat.id()).body().has("preview")).isFalse();
  }

  @Test
  void a_page_of_the_list_has_twenty_five_chats() {
    IntStream.range(0, 26).forEach(i -> world.add(aChat()));

    var page = api.get("/v1/chats");

    assertThat(page.at("/items")).hasSize(25);
    assertThat(page.at("/hasMore").asBoolean()).isTrue();
  }

  @Test
  void the_limit_of_the_list_counts_only_in_builds_that_have_it() {
    IntStream.range(0, 26).forEach(i -> world.add(aChat()));
    var old = new FakeApi(world, ApiVersion.of("4.2.808"), OperationsSettings.defaults());

    assertThat(api.get("/v1/chats?limit=2").at("/items")).hasSize(2);
    assertThat(old.get("/v1/chats?limit=2").at("/items")).hasSize(25);
  }

  @Test
  void the_page_size_of_the_list_is_a_setting() {
    IntStream.range(0, 3).forEach(i -> world.add(aChat()));
    var settings = OperationsSettings.defaults().withChatsPage(2);

    var page = new FakeApi(world, ApiVersion.latest(), settings).get("/v1/chats");

    assertThat(page.at("/items")).hasSize(2);
  }

  @Test
  void unknown_accounts_give_an_empty_page_and_not_an_error() {
    world.add(aChat());

    var page = api.get("/v1/chats?accountIDs=nobody");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.at("/items")).isEmpty();
    assertThat(page.at("/hasMore").asBoolean()).isFalse();
    assertThat(page.at("/oldestCursor").isNull()).isTrue();
    assertThat(page.at("/newestCursor").isNull()).isTrue();
  }

  @Test
  void a_walk_is_not_disturbed_by_new_activity_above_it() {
    var first = world.add(aChat().titled("1").lastActive("2026-06-03T00:00:00Z"));
    world.add(aChat().titled("2").lastActive("2026-06-02T00:00:00Z"));
    world.add(aChat().titled("3").lastActive("2026-06-01T00:00:00Z"));
    var page = api.get("/v1/chats?limit=1");

    world.world().run(tx -> tx.put(first.withLastActivity(TestWorld.START)));
    var next = api.get("/v1/chats?limit=1&cursor=" + page.at("/oldestCursor").asText());

    assertThat(next.items("title")).containsExactly("2");
  }

  @Test
  void a_page_walked_after_is_the_nearest_one_and_still_newest_first() {
    IntStream.rangeClosed(1, 5)
        .forEach(i -> world.add(aChat().titled("" + i).lastActive("2026-06-0" + i + "T00:00:00Z")));
    var oldest = api.get("/v1/chats?limit=5").at("/oldestCursor").asText();

    var page = api.get("/v1/chats?limit=2&direction=after&cursor=" + oldest);

    assertThat(page.items("title")).containsExactly("3", "2");
    assertThat(page.at("/hasMore").asBoolean()).isTrue();
  }

  @Test
  void going_on_after_with_the_oldest_cursor_as_sdks_do_advances_by_one() {
    IntStream.rangeClosed(1, 5)
        .forEach(i -> world.add(aChat().titled("" + i).lastActive("2026-06-0" + i + "T00:00:00Z")));
    var oldest = api.get("/v1/chats?limit=5").at("/oldestCursor").asText();
    var first = api.get("/v1/chats?limit=2&direction=after&cursor=" + oldest);

    var second =
        api.get("/v1/chats?limit=2&direction=after&cursor=" + first.at("/oldestCursor").asText());

    assertThat(second.items("title")).containsExactly("4", "3");
  }

  @Test
  void a_direction_without_a_cursor_does_not_count() {
    world.add(aChat().titled("old").lastActive("2026-06-01T00:00:00Z"));
    world.add(aChat().titled("new").lastActive("2026-06-02T00:00:00Z"));

    assertThat(api.get("/v1/chats?limit=1&direction=after").items("title")).containsExactly("new");
  }

  @Test
  void a_cursor_that_nobody_gave_out_is_refused() {
    var answer = api.get("/v1/chats?cursor=604211");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/code").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.at("/details/issues/0/path/0").asText()).isEqualTo("cursor");
  }

  @Test
  void every_filter_of_the_search_is_read() {
    world.addLabel("l1", "Work");
    world.add(aChat().titled("x"));
    world.add(
        aGroup("ann")
            .titled("Lunch")
            .muted()
            .archived()
            .labelled("l1")
            .with(aMessage())
            .lastActive("2026-06-01T00:00:00Z")
            .on(TestWorld.DISCORD));
    var hit =
        "/v1/chats/search?query=lunch&type=group&inbox=archive&unreadOnly=true&labelID=l1"
            + "&lastActivityAfter=2026-05-31T00:00:00Z&lastActivityBefore=2026-06-02T00:00:00%2B00:00"
            + "&accountIDs=discordgo&accountIDs=other&limit=200";

    assertThat(api.get(hit).items("title")).containsExactly("Lunch");
    assertThat(api.get(hit + "&includeMuted=false").items("title")).isEmpty();
    assertThat(api.get("/v1/chats/search?query=ann&scope=participants&type=group").items("title"))
        .containsExactly("Lunch");
    assertThat(api.get("/v1/chats/search?unreadOnly=false&inbox=primary").items("title"))
        .containsExactly("x");
  }

  @Test
  void a_chat_is_found_by_its_local_id_too_and_answers_with_its_id() {
    var chat = world.add(aChat().id("imsg##thread:any;-;+15550000000"));

    var answer = api.get("/v1/chats/" + chat.localId());

    assertThat(answer.at("/id").asText()).isEqualTo("imsg##thread:any;-;+15550000000");
    assertThat(api.get("/v1/chats/imsg%23%23thread:any;-;+15550000000").status()).isEqualTo(200);
  }

  @Test
  void an_unknown_chat_is_not_found() {
    var answer = api.get("/v1/chats/!nowhere:beeper.com");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/code").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void the_number_of_participants_may_be_asked_for() {
    var chat = world.add(aGroup("ann", "bo", "cy"));

    var none = api.get("/v1/chats/" + chat.id() + "?maxParticipantCount=0").at("/participants");
    var all = api.get("/v1/chats/" + chat.id() + "?maxParticipantCount=-1").at("/participants");

    assertThat(none.get("items")).isEmpty();
    assertThat(none.get("hasMore").asBoolean()).isTrue();
    assertThat(none.get("total").asInt()).isEqualTo(4);
    assertThat(all.get("items")).hasSize(4);
    assertThat(api.get("/v1/chats/" + chat.id() + "?maxParticipantCount=501").status())
        .isEqualTo(400);
  }

  @Test
  void builds_before_the_limit_show_all_participants() {
    var names = IntStream.range(0, 120).mapToObj(i -> "p" + i).toArray(String[]::new);
    var path = "/v1/chats/" + world.add(aGroup(names)).id();
    var old = new FakeApi(world, ApiVersion.of("4.2.557"), OperationsSettings.defaults());

    assertThat(api.get(path).at("/participants/items")).hasSize(100);
    assertThat(old.get(path).at("/participants/items")).hasSize(121);
    assertThat(old.get(path).body().has("draft")).isFalse();
  }

  @Test
  void archiving_without_a_body_archives_and_again_is_fine() {
    var chat = world.add(aChat());

    assertThat(api.post("/v1/chats/" + chat.id() + "/archive", "").status()).isEqualTo(204);
    assertThat(api.post("/v1/chats/" + chat.id() + "/archive", "{}").status()).isEqualTo(204);
    assertThat(isArchived(chat.id())).isTrue();
    api.post("/v1/chats/" + chat.id() + "/archive", "{\"archived\":false}");
    assertThat(isArchived(chat.id())).isFalse();
  }

  private boolean isArchived(String chatId) {
    return api.get("/v1/chats/" + chatId).at("/isArchived").asBoolean();
  }

  @Test
  void reading_moves_the_marker_and_answers_the_whole_chat() {
    var chat = world.add(aChat().with(aMessage().sortKey(10), aMessage().sortKey(20).id("m2")));
    assertThat(chat.unreadCount()).isEqualTo(2);

    var read = api.post("/v1/chats/" + chat.id() + "/read", "{}");
    var unread = api.post("/v1/chats/" + chat.id() + "/unread", "{\"messageID\":\"m2\"}");

    assertThat(read.at("/unreadCount").asInt()).isZero();
    assertThat(read.at("/lastReadMessageSortKey").asText()).isEqualTo("20");
    assertThat(unread.at("/isMarkedUnread").asBoolean()).isTrue();
    assertThat(unread.at("/lastReadMessageSortKey").asText()).isEqualTo("10");
  }

  @Test
  void reading_up_to_an_unknown_message_is_not_found() {
    var chat = world.add(aChat());

    assertThat(api.post("/v1/chats/" + chat.id() + "/read", "{\"messageID\":\"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void a_network_that_cannot_mark_unread_refuses() {
    var none = ChatCapabilities.none().withMarkAsUnread(false);
    var chat = world.add(aChat().with(builder -> builder.capabilities(none)));

    assertThat(api.post("/v1/chats/" + chat.id() + "/unread", "{}").status()).isEqualTo(422);
  }

  @Test
  void notify_anyway_is_refused_where_the_network_has_no_such_thing() {
    var chat = world.add(aChat());

    assertThat(api.post("/v1/chats/" + chat.id() + "/notify-anyway", "").status()).isEqualTo(422);
  }
}
