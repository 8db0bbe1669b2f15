package dev.fakebeeper.operations;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.UploadRules;
import org.junit.jupiter.api.Test;

class ChatPatchTest {
  private final TestWorld world = new TestWorld();
  private final FakeApi api = new FakeApi(world);
  private final String chat = "/v1/chats/" + world.add(aChat().titled("Ann")).id();
  private final String group = "/v1/chats/" + world.add(aGroup("ann", "bo").titled("Trip")).id();

  @Test
  void flags_are_set_together_and_the_whole_chat_comes_back() {
    var answer =
        api.patch(
            chat,
            "{\"isArchived\":true,\"isMuted\":true,\"isPinned\":true,\"isLowPriority\":true}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/isArchived").asBoolean()).isTrue();
    assertThat(answer.at("/isMuted").asBoolean()).isTrue();
    assertThat(answer.at("/isPinned").asBoolean()).isTrue();
    assertThat(answer.at("/isLowPriority").asBoolean()).isTrue();
    assertThat(answer.at("/title").asText()).isEqualTo("Ann");
  }

  @Test
  void an_absent_member_is_left_alone_and_a_null_one_cleared() {
    api.patch(group, "{\"description\":\"Where to?\",\"messageExpirySeconds\":60}");

    var kept = api.patch(group, "{\"title\":\"Journey\"}");
    var cleared = api.patch(group, "{\"description\":null,\"messageExpirySeconds\":null}");

    assertThat(kept.at("/description").asText()).isEqualTo("Where to?");
    assertThat(kept.at("/messageExpirySeconds").asInt()).isEqualTo(60);
    assertThat(cleared.body().has("description")).isFalse();
    assertThat(cleared.body().has("messageExpirySeconds")).isFalse();
    assertThat(cleared.at("/title").asText()).isEqualTo("Journey");
  }

  @Test
  void no_body_changes_nothing() {
    assertThat(api.patch(chat, "").at("/title").asText()).isEqualTo("Ann");
    assertThat(api.patch(chat, "{}").status()).isEqualTo(200);
  }

  @Test
  void a_draft_is_kept_as_html_and_refused_while_there_is_one() {
    var first = api.patch(chat, "{\"draft\":{\"text\":\"see *you*\"}}");
    var second = api.patch(chat, "{\"draft\":{\"text\":\"other\"}}");
    var cleared = api.patch(chat, "{\"draft\":null}");
    var third = api.patch(chat, "{\"draft\":{\"text\":\"other\"}}");

    assertThat(first.at("/draft/text").asText()).isEqualTo("see <em>you</em>");
    assertThat(second.status()).isEqualTo(409);
    assertThat(cleared.at("/draft").isNull()).isTrue();
    assertThat(third.at("/draft/text").asText()).isEqualTo("other");
  }

  @Test
  void an_empty_text_without_attachments_is_no_draft() {
    assertThat(api.patch(chat, "{\"draft\":{\"text\":\"\"}}").at("/draft").isNull()).isTrue();
  }

  @Test
  void attachments_of_a_draft_come_from_uploads_and_read_in_another_form() {
    var asset =
        new Asset(
            "file:///tmp/sea%20side.gif",
            "image/gif", "sea side.gif", null, new PixelSize(4, 3), null);
    var upload = world.world().change(tx -> UploadRules.keep(tx, asset));

    var answer =
        api.patch(
            chat,
            "{\"draft\":{\"text\":\"\",\"attachments\":{\"a1\":{\"uploadID\":\""
                + upload.id()
                + "\",\"fileName\":\"sea.gif\"}}}}");

    var shown = answer.at("/draft/attachments/a1");
    assertThat(shown.get("id").asText()).isEqualTo("a1");
    assertThat(shown.get("type").asText()).isEqualTo("gif");
    assertThat(shown.get("fileName").asText()).isEqualTo("sea.gif");
    assertThat(shown.get("filePath").asText()).isEqualTo("/tmp/sea side.gif");
    assertThat(shown.at("/size/width").asInt()).isEqualTo(4);
  }

  @Test
  void an_unknown_upload_is_not_found_and_nothing_else_of_the_patch_is_done() {
    var answer =
        api.patch(
            chat,
            "{\"isMuted\":true,\"draft\":{\"text\":\"x\",\"attachments\":{\"a\":{\"uploadID\":\"no\"}}}}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(api.get(chat).at("/isMuted").asBoolean()).isFalse();
  }

  @Test
  void what_the_network_refuses_is_refused_with_422() {
    var state = new ChatCapabilities.StateCapabilities(null, null, -2, null);
    var fixed =
        world.add(
            aGroup("ann").with(b -> b.capabilities(ChatCapabilities.none().withState(state))));

    assertThat(api.patch("/v1/chats/" + fixed.id(), "{\"title\":\"x\"}").status()).isEqualTo(422);
    assertThat(api.patch(chat, "{\"description\":\"x\"}").status()).isEqualTo(422);
  }

  @Test
  void a_flag_cannot_be_null() {
    assertThat(api.patch(chat, "{\"isMuted\":null}").status()).isEqualTo(400);
  }

  @Test
  void a_reminder_is_set_replaced_and_cleared() {
    var path = chat + "/reminders";

    var set = api.post(path, "{\"reminder\":{\"remindAt\":\"2026-06-03T12:00:00+02:00\"}}");
    var at = api.get(chat).at("/reminder/remindAt").asText();
    api.post(
        path,
        "{\"reminder\":{\"remindAt\":\"2026-06-04T12:00:00Z\",\"dismissOnIncomingMessage\":true}}");
    var replaced = api.get(chat).at("/reminder");
    var cleared = api.delete(path);

    assertThat(set.status()).isEqualTo(204);
    assertThat(at).isEqualTo("2026-06-03T10:00:00.000Z");
    assertThat(replaced.get("dismissOnIncomingMessage").asBoolean()).isTrue();
    assertThat(cleared.status()).isEqualTo(204);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.get(chat).at("/reminder").isNull()).isTrue();
  }

  @Test
  void a_reminder_without_a_zone_is_refused() {
    var answer =
        api.post(chat + "/reminders", "{\"reminder\":{\"remindAt\":\"2026-06-03T12:00:00\"}}");

    assertThat(answer.status()).isEqualTo(400);
  }
}
