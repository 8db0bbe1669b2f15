package dev.fakebeeper.world.json;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static dev.fakebeeper.testing.AMessage.anOwnMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.testing.AMessage;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePVector;

class MessageJsonTest {
  private static final Instant NOON = Instant.parse("2026-06-03T12:00:00Z");

  private final TestWorld world = new TestWorld();

  @Test
  void a_plain_message_is_written_like_the_example_of_the_contract() {
    var json = write(aMessage().id("880417").sortKey(612_340_072_192L).saying("at <b>six</b>"));

    Checked.order("Message", json);
    assertThat(json.get("sortKey").isTextual()).isTrue();
    assertThat(json.get("text").asText()).isEqualTo("at <b>six</b>");
    assertThat(json.get("isSender").asBoolean()).isFalse();
    assertThat(json.get("isUnread").asBoolean()).isTrue();
    assertThat(json.get("mentions")).isEmpty();
    assertThat(List.of("attachments", "links", "reactions", "seen", "sendStatus", "isDeleted"))
        .noneMatch(json::has);
  }

  @Test
  void a_message_with_everything_keeps_the_contract_and_its_order() {
    var json = write(anOwnMessage().with(MessageJsonTest::everything));

    Checked.order("Message", json);
    Checked.order("SendStatus", json.get("sendStatus"));
    Checked.order("Attachment", json.at("/attachments/0"));
    Checked.order("LinkPreview", json.at("/links/0"));
    Checked.order("Reaction", json.at("/reactions/0"));
    assertThat(json.get("isUnread").asBoolean()).isFalse();
    assertThat(json.at("/sendStatus/status").asText()).isEqualTo("FAIL_PERMANENT");
    assertThat(json.at("/attachments/0/transcription/engine").asText()).isEqualTo("ear");
  }

  private static void everything(MessageBuilder message) {
    message.editedAt(NOON).hidden(true).deleted(true).linkedMessageId("7");
    message.sendStatus(
        new SendStatus(
            SendStatus.State.FAIL_PERMANENT, NOON, "nope", "No.", TreePVector.singleton("@ann:x")));
    message.mentions(new Message.Mentions(true, TreePVector.singleton("@room")));
    message.attachments(TreePVector.singleton(voice()));
    message.links(
        TreePVector.singleton(
            new Message.LinkPreview("u", "o", "f", "i", new PixelSize(3, 4), "t", "s")));
    message.reactions(
        TreePVector.singleton(new Message.Reaction("👍", "@ann:x", true, "mxc://x/r")));
    message.seen(new Seen.Flag(true));
  }

  private static Attachment voice() {
    return AttachmentBuilder.builder()
        .id("mxc://x/y")
        .kind(Attachment.Kind.AUDIO)
        .srcUrl("file:///tmp/v.ogg")
        .mimeType("audio/ogg")
        .fileName("v.ogg")
        .fileSize(9L)
        .voiceNote(true)
        .duration(1.5)
        .transcription(new Attachment.Transcription("hi", "ear", "en"))
        .posterImg("file:///tmp/p.png")
        .size(new PixelSize(1, 2))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.294", "4.2.557", "4.2.808", "4.3.0", "4.3.89"})
  void older_builds_lack_what_came_later(String version) {
    var contract = Contract.bundled().at(ApiVersion.of(version));
    var chat = world.add(aChat().with(anOwnMessage().with(MessageJsonTest::everything)));
    var message = world.state().logOf(chat).newest().orElseThrow();
    var view = new MessageJson.View(true, MessageJson.ReactionIds.PARTICIPANT);

    var json = new MessageJson(contract::shows).write(message, view);

    assertThat(json.has("type")).isEqualTo(contract.version().isAtLeast("4.2.499"));
    assertThat(json.has("seen")).isEqualTo(contract.version().isAtLeast("4.2.808"));
    assertThat(json.at("/attachments/0").has("transcription"))
        .isEqualTo(contract.version().isAtLeast("4.2.808"));
  }

  @Test
  void old_messages_without_data_have_null_mentions() {
    var json =
        write(aMessage().with(b -> b.mentions(new Message.Mentions(false, TreePVector.empty()))));

    assertThat(json.get("mentions").isNull()).isTrue();
  }

  @Test
  void a_read_receipt_is_a_flag_a_time_or_one_of_these_for_each_participant() {
    var each =
        new Seen.ByParticipant(Map.of("@bo:x", new Seen.At(NOON), "@ann:x", new Seen.Flag(true)));

    assertThat(seen(new Seen.Flag(false)).get("seen").isBoolean()).isTrue();
    assertThat(seen(new Seen.At(NOON)).get("seen").asText()).isEqualTo("2026-06-03T12:00:00.000Z");
    assertThat(seen(each).get("seen"))
        .hasToString("{\"@ann:x\":true,\"@bo:x\":\"2026-06-03T12:00:00.000Z\"}");
  }

  private ObjectNode seen(Seen seen) {
    return write(anOwnMessage().with(builder -> builder.seen(seen)));
  }

  @Test
  void reactions_are_identified_by_the_person_and_where_several_are_allowed_by_the_key_too() {
    var reaction = new Message.Reaction("👍", "@ann:x", true, null);
    var message = aMessage().with(b -> b.reactions(TreePVector.singleton(reaction)));

    assertThat(write(message).at("/reactions/0/id").asText()).isEqualTo("@ann:x");
    assertThat(write(TestWorld.DISCORD, message).at("/reactions/0/id").asText())
        .isEqualTo("@ann:x👍");
  }

  @ParameterizedTest
  @EnumSource
  void every_type_of_message_is_one_of_the_contract(MessageType type) {
    assertThat(write(aMessage().with(b -> b.type(type))).get("type").asText())
        .isEqualTo(type.name());
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_attachment_is_one_of_the_contract(Attachment.Kind kind) {
    var json = write(aMessage().with(MessageType.FILE, kind));

    assertThat(json.at("/attachments/0/type").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_state_of_a_send_is_one_of_the_contract(SendStatus.State state) {
    var status = new SendStatus(state, NOON, null, null, TreePVector.empty());

    var json = write(anOwnMessage().with(b -> b.sendStatus(status)));

    assertThat(json.at("/sendStatus/status").asText()).isEqualTo(state.name());
  }

  private ObjectNode write(AMessage message) {
    return write(TestWorld.WHATSAPP, message);
  }

  private ObjectNode write(String accountId, AMessage message) {
    var chat = world.add(aChat().on(accountId).with(message));
    var state = world.state();
    var network = state.networkOf(state.requireAccount(accountId));
    var stored = state.logOf(chat).newest().orElseThrow();
    var view = MessageJson.View.of(chat, network, stored);
    return Checked.answer("getMessage", new MessageJson(Shape.everything()).write(stored, view));
  }
}
