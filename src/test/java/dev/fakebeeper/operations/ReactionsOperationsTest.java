package dev.fakebeeper.operations;

import static dev.fakebeeper.operations.Caller.encoded;
import static dev.fakebeeper.operations.Caller.json;
import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import dev.fakebeeper.world.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionsOperationsTest {
  private final TestWorld world = new TestWorld();
  private final Caller caller = new Caller(world.world(), new MediaFolder());

  private Chat chatOn(String account) {
    return world.add(aChat().on(account).with(aMessage().id("5")));
  }

  private static String path(Chat chat) {
    return "/v1/chats/" + encoded(chat.id()) + "/messages/5/reactions";
  }

  private ApiResponse add(Chat chat, String key) {
    return caller.post(path(chat), "{'reactionKey':'" + key + "'}");
  }

  private ApiResponse remove(Chat chat, String key) {
    return caller.delete(path(chat) + "/" + encoded(key));
  }

  private List<String> keys(Chat chat) {
    var message = world.state().logOf(chat).find("5").orElseThrow();
    return message.reactions().stream().map(Message.Reaction::key).toList();
  }

  @Test
  void adding_answers_what_was_queued_with_a_made_up_transaction() {
    var chat = chatOn(TestWorld.DISCORD);

    var added = json(add(chat, "👍"));

    assertThat(added.get("success").asBoolean()).isTrue();
    assertThat(added.get("chatID").asText()).isEqualTo(chat.id());
    assertThat(added.get("messageID").asText()).isEqualTo("5");
    assertThat(added.get("reactionKey").asText()).isEqualTo("👍");
    assertThat(added.get("transactionID").asText()).isNotEmpty();
    assertThat(keys(chat)).containsExactly("👍");
  }

  @Test
  void a_transaction_is_echoed_and_done_once() {
    var chat = chatOn(TestWorld.DISCORD);
    var body = "{'reactionKey':'👍','transactionID':'t1'}";

    assertThat(json(caller.post(path(chat), body)).get("transactionID").asText()).isEqualTo("t1");
    remove(chat, "👍");
    assertThat(caller.post(path(chat), body).status()).isEqualTo(200);

    assertThat(keys(chat)).isEmpty();
  }

  @Test
  void the_same_key_twice_is_one_reaction() {
    var chat = chatOn(TestWorld.DISCORD);

    add(chat, "❤️");
    add(chat, "❤️");
    add(chat, ":party:");

    assertThat(keys(chat)).containsExactly("❤️", ":party:");
  }

  @Test
  void where_a_person_has_one_reaction_the_new_one_takes_its_place() {
    var chat = chatOn(TestWorld.WHATSAPP);

    add(chat, "👍");
    add(chat, "😀");

    assertThat(keys(chat)).containsExactly("😀");
  }

  @Test
  void emoji_are_told_from_other_keys() {
    var chat = chatOn(TestWorld.DISCORD);

    add(chat, "❤️");
    add(chat, ":thumbsup:");

    assertThat(world.state().logOf(chat).find("5").orElseThrow().reactions())
        .extracting(Message.Reaction::emoji)
        .containsExactly(true, false);
  }

  @Test
  void removing_succeeds_also_when_there_is_nothing_to_remove() {
    var chat = chatOn(TestWorld.DISCORD);
    add(chat, "a/b");

    for (var round = 0; round < 2; round++) {
      var removed = json(remove(chat, "a/b"));

      assertThat(removed.get("success").asBoolean()).isTrue();
      assertThat(removed.get("reactionKey").asText()).isEqualTo("a/b");
      assertThat(keys(chat)).isEmpty();
    }
  }

  @Test
  void what_is_not_there_is_not_found() {
    var chat = chatOn(TestWorld.DISCORD);
    var elsewhere = path(chat).replace("/5/", "/6/");

    assertThat(caller.post(elsewhere, "{'reactionKey':'👍'}").status()).isEqualTo(404);
    assertThat(caller.delete(elsewhere + "/x").status()).isEqualTo(404);
    assertThat(caller.post("/v1/chats/no/messages/5/reactions", "{'reactionKey':'x'}").status())
        .isEqualTo(404);
  }

  @Test
  void an_empty_key_breaks_the_contract() {
    var chat = chatOn(TestWorld.DISCORD);

    assertThat(add(chat, "").status()).isEqualTo(400);
    assertThat(caller.post(path(chat), "{}").status()).isEqualTo(400);
  }

  @Test
  void a_key_that_the_network_does_not_have_is_unsupported() {
    var allowed = ChatCapabilitiesBuilder.builder().allowedReactions(List.of("👍")).build();
    var chat =
        world.add(aChat().with(aMessage().id("5")).with(builder -> builder.capabilities(allowed)));

    assertThat(add(chat, "👍").status()).isEqualTo(200);
    assertThat(add(chat, "🦀").status()).isEqualTo(422);
  }
}
