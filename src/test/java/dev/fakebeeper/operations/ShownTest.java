package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.json.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownTest {
  private final TestWorld world = new TestWorld();
  private final Shown shown = new Shown(Shape.everything());

  @Test
  void a_chat_that_did_not_change_is_rendered_once() {
    var chat = world.add(aChat().with(aMessage()));

    var first = shown.chatWithPreview(world.state(), chat);
    world.add(aChat().titled("another"));

    assertThat(shown.chatWithPreview(world.state(), chat)).isSameAs(first);
  }

  @Test
  void a_chat_that_changed_is_rendered_anew() {
    var chat = world.add(aChat().with(aMessage()));
    shown.chatInList(world.state(), chat);

    var muted = world.world().change(tx -> ChatRules.set(tx, chat.id(), ChatRules.Flag.MUTED));

    assertThat(shown.chatInList(world.state(), muted).tree().get("isMuted").asBoolean()).isTrue();
  }

  @Test
  void a_renamed_label_shows_on_a_chat_that_did_not_change() {
    world.addLabel("l1", "Work");
    var chat = world.add(aChat().labelled("l1"));
    shown.chatInList(world.state(), chat);

    world.addLabel("l1", "Play");

    assertThat(shown.chatInList(world.state(), chat).tree().at("/labels/0/name").asText())
        .isEqualTo("Play");
  }

  @Test
  void a_renamed_network_shows_on_a_chat_that_did_not_change() {
    var chat = world.add(aChat());
    shown.chatInList(world.state(), chat);

    world.add(world.state().requireAccount(TestWorld.WHATSAPP), "Green", 1);

    assertThat(shown.chatInList(world.state(), chat).tree().get("network").asText())
        .isEqualTo("Green");
  }

  @Test
  void the_preview_is_the_newest_message_glued_into_the_chat() {
    var chat = world.add(aChat().with(aMessage().saying("old"), aMessage().saying("new")));

    var tree = shown.chatWithPreview(world.state(), chat).tree();

    assertThat(tree.at("/preview/text").asText()).isEqualTo("new");
    assertThat(tree.get("title").asText()).isEqualTo(chat.title());
  }

  @Test
  void an_edited_newest_message_shows_in_the_preview_though_the_chat_is_the_same() {
    var chat = world.add(aChat().with(aMessage().saying("tipo")));
    shown.chatWithPreview(world.state(), chat);
    var message = world.state().logOf(chat).newest().orElseThrow();

    world.world().run(tx -> tx.put(message.withHtml("typo")));

    assertThat(shown.chatWithPreview(world.state(), chat).tree().at("/preview/text").asText())
        .isEqualTo("typo");
  }

  @Test
  void a_chat_without_messages_has_no_preview() {
    var chat = world.add(aChat());

    assertThat(shown.chatWithPreview(world.state(), chat).tree().has("preview")).isFalse();
  }

  @Test
  void a_message_becomes_read_with_its_chat() {
    var chat = world.add(aChat().with(aMessage()));
    var message = world.state().logOf(chat).newest().orElseThrow();
    var before = shown.message(world.state(), chat, message).tree();

    var read = world.world().change(tx -> ChatRules.markRead(tx, chat.id(), null));
    var after = shown.message(world.state(), read, message).tree();

    assertThat(before.get("isUnread").asBoolean()).isTrue();
    assertThat(after.get("isUnread").asBoolean()).isFalse();
  }

  @Test
  void lists_show_twenty_participants_and_a_chat_by_itself_a_hundred() {
    var names = IntStream.range(0, 150).mapToObj(i -> "p" + i).toArray(String[]::new);
    var chat = world.add(aGroup(names));

    var listed = shown.chatInList(world.state(), chat).tree().get("participants");
    var whole = shown.chat(world.state(), chat).tree().get("participants");
    var all = shown.chat(world.state(), chat, -1).tree().get("participants");

    assertThat(listed.get("items")).hasSize(20);
    assertThat(whole.get("items")).hasSize(100);
    assertThat(whole.get("hasMore").asBoolean()).isTrue();
    assertThat(all.get("items")).hasSize(151);
    assertThat(all.get("hasMore").asBoolean()).isFalse();
    assertThat(listed.get("total").asInt()).isEqualTo(151);
  }
}
