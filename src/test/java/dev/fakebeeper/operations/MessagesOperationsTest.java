package dev.fakebeeper.operations;

import static dev.fakebeeper.operations.Caller.encoded;
import static dev.fakebeeper.operations.Caller.json;
import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static dev.fakebeeper.testing.AMessage.anOwnMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.testing.AMessage;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessagesOperationsTest {
  private final TestWorld world = new TestWorld();
  private final Caller caller = new Caller(world.world(), new MediaFolder());

  private static String path(Chat chat) {
    return "/v1/chats/" + encoded(chat.id()) + "/messages";
  }

  private static String path(Chat chat, String messageId) {
    return path(chat) + "/" + encoded(messageId);
  }

  private Message newest(Chat chat) {
    return world.state().logOf(chat).newest().orElseThrow();
  }

  private Chat chatThatAllows(Consumer<ChatCapabilitiesBuilder> change, AMessage... messages) {
    var capabilities = ChatCapabilitiesBuilder.builder();
    change.accept(capabilities);
    var allowed = capabilities.build();
    return world.add(aChat().with(messages).with(chat -> chat.capabilities(allowed)));
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsText("id");
  }

  @Nested
  class Listing {

    private Chat chatWith(int messages) {
      return world.add(
          aChat()
              .with(
                  IntStream.rangeClosed(1, messages)
                      .mapToObj(i -> aMessage().id("m" + i).saying("text " + i))
                      .toArray(AMessage[]::new)));
    }

    @Test
    void gives_the_newest_twenty_first() {
      var chat = chatWith(45);

      var page = json(caller.get(path(chat)));

      assertThat(ids(page)).hasSize(20).startsWith("m45", "m44").endsWith("m26");
      assertThat(page.get("hasMore").asBoolean()).isTrue();
    }

    @Test
    void walks_to_the_oldest_without_gap_or_repeat() {
      var chat = chatWith(45);

      var seen = new ArrayList<String>();
      var page = json(caller.get(path(chat)));
      seen.addAll(ids(page));
      while (page.get("hasMore").asBoolean()) {
        page = json(caller.get(path(chat) + "?cursor=" + page.get("oldestCursor").asText()));
        seen.addAll(ids(page));
      }

      assertThat(seen).hasSize(45).doesNotHaveDuplicates().endsWith("m1");
    }

    @Test
    void keeps_its_place_while_messages_come_in() {
      var chat = chatWith(30);
      var first = json(caller.get(path(chat)));
      world.add(chat, aMessage().id("late"));

      var second = json(caller.get(path(chat) + "?cursor=" + first.get("oldestCursor").asText()));

      assertThat(ids(second)).startsWith("m10").endsWith("m1").doesNotContain("late");
    }

    @Test
    void after_a_cursor_gives_what_is_nearest_to_it_still_newest_first() {
      var chat = chatWith(45);
      var oldest = world.state().logOf(chat).find("m1").orElseThrow();

      var page = json(caller.get(path(chat) + "?direction=after&cursor=" + oldest.sortKey()));

      assertThat(ids(page)).hasSize(20).startsWith("m21").endsWith("m2");
    }

    @Test
    void takes_the_id_of_a_message_as_a_cursor() {
      var chat = chatWith(3);

      assertThat(ids(json(caller.get(path(chat) + "?cursor=m2")))).containsExactly("m1");
    }

    @Test
    void ignores_a_limit_as_the_real_server_does() {
      var chat = chatWith(5);

      assertThat(ids(json(caller.get(path(chat) + "?limit=2")))).hasSize(5);
    }

    @Test
    void takes_the_local_id_of_the_chat() {
      var chat = chatWith(1);

      assertThat(ids(json(caller.get("/v1/chats/" + chat.localId() + "/messages"))))
          .containsExactly("m1");
    }

    @Test
    void names_no_cursors_in_older_builds_which_take_a_sort_key() {
      var chat = chatWith(25);
      var old = new FakeApi(world, ApiVersion.of("4.2.557"), OperationsSettings.defaults());

      var first = old.get(path(chat));
      var last = first.at("/items/19/sortKey").asText();

      assertThat(first.body().fieldNames()).toIterable().containsExactly("items", "hasMore");
      assertThat(old.get(path(chat) + "?cursor=" + last).items("id")).hasSize(5);
    }

    @Test
    void of_an_empty_chat_is_an_empty_page() {
      var page = json(caller.get(path(world.add(aChat()))));

      assertThat(page.get("items")).isEmpty();
      assertThat(page.get("hasMore").asBoolean()).isFalse();
      assertThat(page.get("oldestCursor").isNull()).isTrue();
    }

    @Test
    void refuses_an_unknown_chat_a_bad_cursor_and_a_bad_direction() {
      var chat = chatWith(1);

      assertThat(caller.get("/v1/chats/nowhere/messages").status()).isEqualTo(404);
      assertThat(caller.get(path(chat) + "?cursor=bogus!").status()).isEqualTo(400);
      assertThat(caller.get(path(chat) + "?direction=up").status()).isEqualTo(400);
    }
  }

  @Nested
  class Sending {

    @Test
    void answers_the_pending_id_alone_and_the_message_follows() {
      var chat = world.add(aChat());

      var sent = json(caller.post(path(chat), "{'text':'see *you*, a < b'}"));
      var pending = sent.get("pendingMessageID").asText();
      world.world().advance(Duration.ofMinutes(1));

      assertThat(sent).hasSize(2);
      assertThat(sent.get("chatID").asText()).isEqualTo(chat.id());
      var message = json(caller.get(path(chat, pending)));
      assertThat(message.get("text").asText()).isEqualTo("see <em>you</em>, a &lt; b");
      assertThat(message.get("isSender").asBoolean()).isTrue();
      assertThat(message.at("/sendStatus/status").asText()).isEqualTo("SUCCESS");
      assertThat(message.get("type").asText()).isEqualTo("TEXT");
    }

    @Test
    void twice_makes_two_messages() {
      var chat = world.add(aChat());

      var first = json(caller.post(path(chat), "{'text':'hi'}"));
      var second = json(caller.post(path(chat), "{'text':'hi'}"));

      assertThat(first.get("pendingMessageID")).isNotEqualTo(second.get("pendingMessageID"));
    }

    @Test
    void to_a_local_id_answers_the_id_of_the_chat() {
      var chat = world.add(aChat());

      var sent = json(caller.post("/v1/chats/" + chat.localId() + "/messages", "{'text':'x'}"));

      assertThat(sent.get("chatID").asText()).isEqualTo(chat.id());
    }

    @Test
    void finds_mentions_and_the_message_it_answers() {
      var chat = world.add(aChat().with(aMessage().id("55")));

      caller.post(
          path(chat), "{'text':'[Ann](https://matrix.to/#/@ann:x) @room','replyToMessageID':'55'}");
      world.world().advance(Duration.ofMinutes(1));

      assertThat(newest(chat).mentions().ids()).containsExactly("@ann:x", "@room");
      assertThat(newest(chat).linkedMessageId()).isEqualTo("55");
    }

    @Test
    void takes_quoted_html_as_it_stands() {
      var chat = world.add(aChat());

      caller.post(path(chat), "{'text':'\\'<b>raw</b>\\''}");
      world.world().advance(Duration.ofMinutes(1));

      assertThat(newest(chat).html()).isEqualTo("<b>raw</b>");
    }

    @Test
    void accepts_members_that_no_document_lists() {
      var chat = world.add(aChat());

      assertThat(
              caller
                  .post(path(chat), "{'text':'x','mentions':[],'disableLinkPreview':true}")
                  .status())
          .isEqualTo(200);
    }

    @Test
    void nothing_is_refused() {
      var chat = world.add(aChat());

      for (var body : List.of("{}", "{'text':''}", "{'text':'  '}", "{'replyToMessageID':'1'}")) {
        assertThat(caller.post(path(chat), body).status()).as(body).isEqualTo(400);
      }
      assertThat(caller.send("POST", path(chat), "{'text':7}").status()).isEqualTo(400);
      assertThat(world.state().sends()).isEmpty();
    }

    @Test
    void to_nowhere_or_in_answer_to_nothing_is_not_found() {
      var chat = world.add(aChat());

      assertThat(caller.post("/v1/chats/nowhere/messages", "{'text':'x'}").status()).isEqualTo(404);
      assertThat(caller.post(path(chat), "{'text':'x','replyToMessageID':'9'}").status())
          .isEqualTo(404);
    }

    @Test
    void to_a_read_only_chat_is_unsupported() {
      var chat = world.add(aChat().with(builder -> builder.readOnly(true)));

      assertThat(caller.post(path(chat), "{'text':'x'}").status()).isEqualTo(422);
    }

    @Test
    void counts_the_visible_characters_of_a_text() {
      var chat = chatThatAllows(allowed -> allowed.maxTextLength(4));

      assertThat(caller.post(path(chat), "{'text':'**a**&😀<'}").status()).isEqualTo(200);
      assertThat(caller.post(path(chat), "{'text':'abcde'}").status()).isEqualTo(422);
    }
  }

  @Nested
  class Getting {

    @Test
    void finds_a_message_by_each_of_its_ids() {
      var chat = world.add(aChat().with(aMessage().id("77").saying("found")));
      var eventId = newest(chat).eventId();

      for (var id : List.of("77", eventId)) {
        assertThat(json(caller.get(path(chat, id))).get("text").asText()).isEqualTo("found");
      }
      assertThat(caller.get(path(chat, "78")).status()).isEqualTo(404);
      assertThat(caller.get("/v1/chats/nowhere/messages/77").status()).isEqualTo(404);
    }

    @Test
    void shows_a_tombstone_of_a_deleted_message() {
      var chat = world.add(aChat().with(anOwnMessage().id("77").saying("secret")));
      caller.delete(path(chat, "77"));

      var message = json(caller.get(path(chat, "77")));

      assertThat(message.get("isDeleted").asBoolean()).isTrue();
      assertThat(message.has("text")).isFalse();
    }
  }

  @Nested
  class Editing {

    private ApiResponse edit(Chat chat, String id) {
      return caller.send("PUT", path(chat, id), "{'text':'**new**'}");
    }

    @Test
    void answers_the_message_with_its_old_aliases() {
      var chat = world.add(aChat().with(anOwnMessage().id("5")));

      var edited = json(edit(chat, "5"));

      assertThat(edited.get("text").asText()).isEqualTo("<strong>new</strong>");
      assertThat(edited.get("messageID").asText()).isEqualTo("5");
      assertThat(edited.get("success").asBoolean()).isTrue();
      assertThat(edited.has("editedTimestamp")).isTrue();
      assertThat(newest(chat).html()).isEqualTo("<strong>new</strong>");
    }

    @Test
    void is_only_for_own_texts() {
      var chat =
          world.add(
              aChat()
                  .with(
                      aMessage().id("1"),
                      anOwnMessage().id("2").with(MessageType.IMAGE, Attachment.Kind.IMG)));

      assertThat(edit(chat, "1").status()).isEqualTo(403);
      assertThat(edit(chat, "2").status()).isEqualTo(422);
      assertThat(edit(chat, "3").status()).isEqualTo(404);
    }

    @Test
    void ends_with_the_age_and_the_count_that_the_network_allows() {
      var chat =
          chatThatAllows(
              allowed -> allowed.editMaxAge(900).editMaxCount(1), anOwnMessage().id("5"));

      assertThat(edit(chat, "5").status()).isEqualTo(200);
      assertThat(edit(chat, "5").status()).isEqualTo(422);
      var old = chatThatAllows(allowed -> allowed.editMaxAge(900), anOwnMessage().id("6"));
      world.world().advance(Duration.ofMinutes(16));
      assertThat(edit(old, "6").status()).isEqualTo(422);
    }

    @Test
    void is_refused_where_the_network_has_none_or_the_text_is_too_long_or_empty() {
      var none = chatThatAllows(allowed -> allowed.edit(0), anOwnMessage().id("5"));
      var brief = chatThatAllows(allowed -> allowed.maxTextLength(2), anOwnMessage().id("6"));

      assertThat(edit(none, "5").status()).isEqualTo(422);
      assertThat(edit(brief, "6").status()).isEqualTo(422);
      assertThat(caller.send("PUT", path(none, "5"), "{'text':''}").status()).isEqualTo(400);
    }
  }

  @Nested
  class Deleting {

    @Test
    void is_for_everybody_unless_told_otherwise() {
      var chat = world.add(aChat().with(aMessage().id("1"), anOwnMessage().id("2")));

      assertThat(caller.delete(path(chat, "1")).status()).isEqualTo(403); // somebody else's
      assertThat(caller.delete(path(chat, "1") + "?forEveryone=false").status()).isEqualTo(204);
      assertThat(caller.delete(path(chat, "2")).status()).isEqualTo(204);
      assertThat(newest(chat).deleted()).isTrue();
    }

    @Test
    void refuses_a_pending_id_even_after_the_message_was_sent() {
      var chat = world.add(aChat());
      var sent = json(caller.post(path(chat), "{'text':'x'}"));
      world.world().advance(Duration.ofMinutes(1));

      var pending = path(chat, sent.get("pendingMessageID").asText());

      assertThat(caller.delete(pending).status()).isEqualTo(409);
      assertThat(caller.delete(path(chat, newest(chat).id())).status()).isEqualTo(204);
    }

    @Test
    void is_refused_where_the_network_does_not_do_it() {
      var none = chatThatAllows(allowed -> allowed.delete(0), anOwnMessage().id("1"));
      var forAllOnly =
          chatThatAllows(allowed -> allowed.deleteForMe(false), anOwnMessage().id("2"));

      assertThat(caller.delete(path(none, "1")).status()).isEqualTo(422);
      assertThat(caller.delete(path(forAllOnly, "2") + "?forEveryone=false").status())
          .isEqualTo(422);
      assertThat(caller.delete(path(none, "9")).status()).isEqualTo(404);
    }
  }
}
