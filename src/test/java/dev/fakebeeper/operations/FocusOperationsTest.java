package dev.fakebeeper.operations;

import static dev.fakebeeper.operations.Caller.json;
import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatDraft;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class FocusOperationsTest {
  private final TestWorld world = new TestWorld();
  private final Caller caller = new Caller(world.world(), new MediaFolder());

  private ApiResponse focus(String json) {
    return caller.post("/v1/focus", json);
  }

  private Chat now(Chat chat) {
    return world.state().requireChat(chat.id());
  }

  @Test
  void without_anything_it_only_focuses() {
    assertThat(json(focus("{}")).get("success").asBoolean()).isTrue();

    assertThat(world.state().focuses()).hasSize(1);
    assertThat(world.state().focuses().get(0).at()).isEqualTo(TestWorld.START);
  }

  @Test
  void what_was_asked_for_is_noted() {
    var chat = world.add(aChat().id("!c:x").with(aMessage().id("5")));

    focus("{'chatID':'" + chat.localId() + "','messageID':'5'}");

    var focus = world.state().focuses().get(0);
    assertThat(focus.chatId()).isEqualTo(chat.localId());
    assertThat(focus.messageId()).isEqualTo("5");
    assertThat(now(chat).draft()).isNull();
  }

  @Test
  void a_text_becomes_the_draft_of_the_chat_as_plain_text() {
    var chat = world.add(aChat().id("!c:x"));

    focus("{'chatID':'!c:x','draftText':'*a* < b\\nc','draftAttachmentPath':'/tmp/cat.png'}");

    var draft = now(chat).draft();
    assertThat(draft).isNotNull();
    assertThat(draft.html()).isEqualTo("*a* &lt; b<br>c");
    assertThat(draft.attachments())
        .extracting(ChatDraft.DraftAttachment::filePath)
        .containsExactly("/tmp/cat.png");
  }

  @Test
  void a_draft_in_place_of_another_is_refused_and_nothing_noted() {
    var draft = new ChatDraft("old", TreePVector.empty());
    world.add(aChat().id("!c:x").with(builder -> builder.draft(draft)));

    assertThat(focus("{'chatID':'!c:x','draftText':'new'}").status()).isEqualTo(409);
    assertThat(world.state().focuses()).isEmpty();
  }

  @Test
  void a_draft_without_a_chat_is_refused() {
    assertThat(focus("{'draftText':'x'}").status()).isEqualTo(400);
    assertThat(focus("{'draftAttachmentPath':'/x.png'}").status()).isEqualTo(400);
  }

  @Test
  void what_is_not_there_is_not_found() {
    world.add(aChat().id("!c:x"));

    assertThat(focus("{'chatID':'nowhere'}").status()).isEqualTo(404);
    assertThat(focus("{'chatID':'!c:x','messageID':'5'}").status()).isEqualTo(404);
  }
}
