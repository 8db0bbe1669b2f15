package dev.fakebeeper.world.json;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatCapabilitiesBuilder;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePVector;

class ChatJsonTest {
  private static final Instant NOON = Instant.parse("2026-06-03T12:00:00Z");
  private static final List<Label> LABELS = List.of(new Label("l1", "Work"));

  private final TestWorld world = new TestWorld();

  @Test
  void a_chat_with_nothing_special_is_written_like_the_example_of_the_contract() {
    var chat = world.add(aChat().titled("Bo Larch").lastActive("2026-06-03T09:15:42.118Z"));

    var json = Checked.answer("getChat", write(chat));

    Checked.order("Chat", json);
    assertThat(json.get("lastActivity").asText()).isEqualTo("2026-06-03T09:15:42.118Z");
    assertThat(json.get("draft").isNull()).isTrue();
    assertThat(json.get("reminder").isNull()).isTrue();
    assertThat(json.get("snooze").isNull()).isTrue();
    assertThat(List.of("description", "imgURL", "messageExpirySeconds", "capabilities", "labels"))
        .noneMatch(json::has);
    assertThat(json.has("lastReadMessageSortKey")).isFalse();
  }

  @Test
  void a_chat_with_everything_keeps_the_contract_and_its_order() {
    var chat = world.add(aGroup("ann", "bo").with(ChatJsonTest::everything));
    var chats = new ChatJson(Shape.everything());

    var json = Checked.answer("getChat", chats.write(chat, "WhatsApp", LABELS, 20));

    Checked.order("Chat", json);
    Checked.order("ChatCapabilities", json.get("capabilities"));
    Checked.order("ChatStateCapabilities", json.at("/capabilities/state"));
    Checked.order("AttachmentCapabilities", json.at("/capabilities/attachments/m.image"));
    Checked.order("DraftAttachment", json.at("/draft/attachments/a1"));
    assertThat(json.at("/draft/attachments/a1/type").asText()).isEqualTo("recorded_audio");
    assertThat(json.at("/labels/0/name").asText()).isEqualTo("Work");
    assertThat(json.at("/merge/chatIDs/1").asText()).isEqualTo("!b:x");
    assertThat(json.at("/capabilities/formatting")).hasToString("{\"bold\":2,\"code\":-2}");
  }

  private static void everything(ChatBuilder chat) {
    chat.description("Where to?").imgUrl("/tmp/a.png").readOnly(true).lastActivity(NOON);
    chat.lastReadSortKey(9_417).markedUnread(true).messageExpirySeconds(3_600);
    chat.reminder(new Chat.Reminder(NOON, true)).snooze(new Chat.Snooze(NOON, NOON));
    chat.merge(new Chat.Merge(TreePVector.from(List.of("!a:x", "!b:x")), "!a:x"));
    chat.mergedInto("!m:x").capabilities(capabilities());
    var voice =
        new ChatDraft.DraftAttachment(
            "a1",
            ChatDraft.Kind.RECORDED_AUDIO,
            "audio/ogg",
            "v.ogg",
            "/tmp/v.ogg",
            9L,
            1.5,
            new PixelSize(1, 2));
    chat.draft(new ChatDraft("<b>x</b>", TreePVector.singleton(voice)));
  }

  private static ChatCapabilities capabilities() {
    var image =
        new ChatCapabilities.AttachmentCapabilities(
            Map.of("image/png", 2, "image/gif", -2), 1, 100, 1_000L, 10, 20, 30, true);
    var timer =
        new ChatCapabilities.DisappearingTimer(List.of("afterSend"), List.of(60_000L), true);
    return ChatCapabilitiesBuilder.builder()
        .formatting(Map.of("code", -2, "bold", 2))
        .attachments(Map.of("m.image", image))
        .maxTextLength(1_000)
        .locationMessage(2)
        .poll(1)
        .thread(0)
        .reply(2)
        .edit(2)
        .editMaxCount(3)
        .editMaxAge(900)
        .delete(2)
        .deleteMaxAge(900)
        .deleteForMe(true)
        .messageRequest(new ChatCapabilities.MessageRequest(2, -1))
        .reaction(2)
        .reactionCount(1)
        .allowedReactions(List.of("👍"))
        .customEmojiReactions(false)
        .disappearingTimer(timer)
        .readReceipts(true)
        .typingNotifications(false)
        .archive(true)
        .markAsUnread(true)
        .deleteChat(true)
        .deleteChatForEveryone(false)
        .participantActions(Map.of("kick", 2, "ban", -2))
        .state(new ChatCapabilities.StateCapabilities(2, 1, 0, -2))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.294", "4.2.557", "4.2.808", "4.3.0", "4.3.89"})
  void older_builds_lack_what_came_later_and_the_rest_keeps_their_contract(String version) {
    var contract = Contract.bundled().at(ApiVersion.of(version));
    var chat = world.add(aGroup("ann").with(ChatJsonTest::everything));

    var json = new ChatJson(contract::shows).write(chat, "WhatsApp", LABELS, 20);

    Checked.answer(contract.version(), "getChat", json);
    assertThat(json.has("draft")).isEqualTo(contract.version().isAtLeast("4.2.808"));
    assertThat(json.has("labels")).isEqualTo(contract.version().isAtLeast("4.3.89"));
  }

  @Test
  void a_membership_says_only_what_is_special_about_it() {
    var user = new User("@ann:x", null, null, null, "Ann", null, false, false);
    var users = new UserJson(Shape.everything());

    assertThat(users.write(Participant.of(user)))
        .hasToString(
            "{\"id\":\"@ann:x\",\"fullName\":\"Ann\",\"cannotMessage\":false,\"isSelf\":false}");
    assertThat(users.write(new Participant(user, true, true, true)).toString())
        .endsWith("\"isAdmin\":true,\"isPending\":true,\"isNetworkBot\":true}");
  }

  @ParameterizedTest
  @EnumSource
  void every_status_of_an_account_is_one_of_the_contract(AccountStatus status) {
    var account = world.state().requireAccount(TestWorld.WHATSAPP).withStatus(status);

    Checked.answer("getAccount", new AccountJson(Shape.everything()).write(account, "WhatsApp"));
  }

  @ParameterizedTest
  @EnumSource
  void every_provider_of_a_bridge_is_one_of_the_contract(Account.Provider provider) {
    var account = world.state().requireAccount(TestWorld.WHATSAPP);
    var bridge = new Account.Bridge("b", "t", provider);

    Checked.answer(
        "getAccount", new AccountJson(Shape.everything()).write(account.withBridge(bridge), "x"));
  }

  @Test
  void times_have_three_digits_of_milliseconds_whatever_they_are_made_of() {
    assertThat(Wire.time(NOON)).isEqualTo("2026-06-03T12:00:00.000Z");
    assertThat(Wire.time(NOON.plusNanos(118_999_999))).isEqualTo("2026-06-03T12:00:00.118Z");
  }

  private static ObjectNode write(Chat chat) {
    return new ChatJson(Shape.everything()).write(chat, "WhatsApp", List.of(), 20);
  }
}
