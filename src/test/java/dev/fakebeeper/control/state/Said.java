package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.WorldStateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** The chats of {@link Everything}, and what was said in them. */
final class Said {
  private static final Instant NOW = Everything.NOW;
  static final User ANN =
      new User("@ann:w", null, null, null, "Ann \"A\" Ångström", null, true, false);

  private Said() {}

  static void chats(WorldStateBuilder state) {
    var group = group();
    var direct =
        ChatBuilder.builder()
            .id("c2")
            .localId("1002")
            .accountId("acc")
            .type(ChatType.SINGLE)
            .title("Ann")
            .participants(TreePVector.singleton(Participant.of(ANN)))
            .capabilities(ChatCapabilities.none())
            .labelIds(TreePSet.empty())
            .mergedInto("c1")
            .build();
    state
        .chats(TreePMap.singleton("c1", group).plus("c2", direct))
        .localChatIds(TreePMap.singleton("1001", "c1").plus("1002", "c2"))
        .directChats(TreePMap.singleton(new WorldState.DirectKey("acc", "@ann:w"), "c2"))
        .inbox(Inbox.of(List.of(group, direct)))
        .logs(
            TreePMap.singleton("c1", MessageLog.of(List.of(rich(), own(), seenByAll())))
                .plus("c2", MessageLog.empty()));
  }

  private static Chat group() {
    var attachment =
        new ChatDraft.DraftAttachment(
            "a1",
            ChatDraft.Kind.RECORDED_AUDIO,
            "audio/ogg",
            "v.ogg",
            "/m/v.ogg",
            12L,
            1.25,
            new PixelSize(1, 2));
    return new Chat(
        "c1",
        "1001",
        "acc",
        ChatType.GROUP,
        "Lunch",
        "Where and when",
        "/m/a.png",
        true,
        TreePVector.singleton(new Participant(ANN, true, true, true)),
        NOW.minusMillis(1),
        1,
        0,
        9_300,
        true,
        new ChatDraft("<b>noon</b>", TreePVector.singleton(attachment)),
        new Chat.Reminder(NOW.plusSeconds(30), true),
        new Chat.Snooze(NOW.plusSeconds(40), NOW.minusSeconds(40)),
        true,
        true,
        true,
        true,
        3_600,
        capabilities(),
        TreePSet.singleton("l1"),
        new Chat.Merge(TreePVector.singleton("c2"), "c2"),
        null);
  }

  private static Message rich() {
    var attachment =
        new Attachment(
            "mxc://b/1",
            Attachment.Kind.IMG,
            "file:///m/cat.png",
            "image/png",
            "cat.png",
            4L,
            true,
            true,
            true,
            0.5,
            new Attachment.Transcription("meow", "whisper", "en"),
            "mxc://b/poster",
            new PixelSize(64, 48));
    var link =
        new Message.LinkPreview(
            "https://e.org/",
            "https://t.co/1",
            "https://e.org/f.ico",
            "https://e.org/i.png",
            new PixelSize(9, 8),
            "E",
            "About e");
    return new Message(
        "600001",
        null,
        "c1",
        "acc",
        "@ann:w",
        "Ann",
        NOW.minusSeconds(5),
        9_400,
        MessageType.IMAGE,
        "<p>look</p>",
        NOW.minusSeconds(4),
        false,
        null,
        true,
        true,
        TreePVector.singleton(attachment),
        "600000",
        new Message.Mentions(true, TreePVector.singleton("@room")),
        TreePVector.singleton(link),
        TreePVector.singleton(new Message.Reaction("👍", "@owner:w", true, "mxc://b/r")),
        new Seen.Flag(true),
        2);
  }

  private static Message own() {
    var status =
        new SendStatus(
            SendStatus.State.FAIL_RETRIABLE,
            NOW.minusSeconds(2),
            "timeout",
            "Too slow",
            TreePVector.singleton("@ann:w"));
    return message("600002", 9_450)
        .pendingId("m1")
        .sendStatus(status)
        .mentions(new Message.Mentions(false, TreePVector.empty()))
        .seen(new Seen.At(NOW))
        .build();
  }

  private static Message seenByAll() {
    Map<String, Seen> each =
        Map.of("@ann:w", new Seen.At(NOW.plusNanos(1_000)), "@bo:w", new Seen.Flag(false));
    return message("600003", 9_500).seen(new Seen.ByParticipant(each)).build();
  }

  private static MessageBuilder message(String id, long sortKey) {
    return MessageBuilder.builder()
        .id(id)
        .chatId("c1")
        .accountId("acc")
        .senderId("@owner:w")
        .timestamp(NOW.minusSeconds(3))
        .sortKey(sortKey)
        .type(MessageType.TEXT)
        .html("")
        .fromOwner(true)
        .attachments(TreePVector.empty())
        .mentions(new Message.Mentions(true, TreePVector.empty()))
        .links(TreePVector.empty())
        .reactions(TreePVector.empty());
  }

  static ChatCapabilities capabilities() {
    var image =
        new ChatCapabilities.AttachmentCapabilities(
            Map.of("image/png", 2, "image/*", 1), 2, 1_000, 5_000_000L, 4_096, 4_095, 60, true);
    return new ChatCapabilities(
        Map.of("bold", 2, "italic", -1),
        Map.of("m.image", image),
        4_000,
        2,
        0,
        -2,
        2,
        1,
        5,
        900,
        2,
        86_400,
        true,
        new ChatCapabilities.MessageRequest(2, 1),
        2,
        1,
        List.of("👍", "❤️"),
        false,
        new ChatCapabilities.DisappearingTimer(List.of("after_send"), List.of(3_600_000L), true),
        true,
        false,
        true,
        true,
        true,
        false,
        Map.of("kick", 2),
        new ChatCapabilities.StateCapabilities(1, 2, 2, 0));
  }
}
