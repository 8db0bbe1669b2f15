package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Focus;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.Inbox;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.SendStatus;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.TimerKey;
import dev.fakebeeper.world.Timers;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.Upload;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.WorldStateBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.OrderedPMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** A small world that has one of everything: every member of the format has a value somewhere. */
final class Everything {
  static final Instant NOW = Instant.parse("2026-06-15T09:30:00Z");

  private static final User OWNER =
      new User(
          "@owner:w", "juno", "+15550001111", "juno@example.org", "Juno", "mxc://b/o", false, true);
  private static final User ANN =
      new User("@ann:w", null, null, null, "Ann \"A\" Ångström", null, true, false);
  private static final Asset PICTURE =
      new Asset(
          "mxc://b/1",
          "image/png",
          "cat.png",
          new StoredContent(new byte[] {1, 2, 3, -1}, "tag-1"),
          new PixelSize(64, 48),
          null);
  private static final Asset GONE = new Asset("mxc://b/2", "audio/ogg", "old.ogg", null, null, 2.5);

  private Everything() {}

  static SavedWorld saved(SavedWorld.Tokens tokens) {
    return new SavedWorld("sample", NOW, state(), tokens);
  }

  static WorldState state() {
    var builder = WorldStateBuilder.builder();
    surroundings(builder);
    chats(builder);
    return builder
        .focuses(
            TreePVector.singleton(new Focus(NOW.minusSeconds(9), "c1", "600001", "hi", "/tmp/x")))
        .sends(TreePMap.singleton("m2", send()))
        .sendProfiles(profiles())
        .appState(appState())
        .timers(timers())
        .ids(new Ids(7, 41, 600_003, 9_500, 1_002))
        .build();
  }

  private static void surroundings(WorldStateBuilder state) {
    var network = new Network("whatsapp", "WhatsApp", capabilities(), 1, true, true);
    var account =
        new Account(
            "acc",
            "login",
            new Account.Bridge("local-wa", "whatsapp", Account.Provider.SELF_HOSTED),
            OWNER,
            "@owner:w",
            AccountStatus.RECONNECT_REQUIRED,
            "Scan the code");
    var upload = new Upload("upl_1", PICTURE, NOW.plusSeconds(60));
    var token =
        new Token(
            "fb-secret",
            Set.of(Token.Scope.READ, Token.Scope.WRITE),
            NOW,
            NOW.plusSeconds(90),
            true);
    state
        .networks(TreePMap.singleton("whatsapp", network))
        .accounts(OrderedPMap.singleton("acc", account))
        .contacts(TreePMap.singleton("acc", AddressBook.of(List.of(ANN))))
        .labels(TreePMap.singleton("l1", new Label("l1", "Work")))
        .assets(TreePMap.singleton(PICTURE.url(), PICTURE).plus(GONE.url(), GONE))
        .uploads(TreePMap.singleton("upl_1", upload))
        .tokens(TreePMap.singleton(token.value(), token))
        .reactionTransactions(TreePMap.singleton("txn_1", "c1/600001/+"));
  }

  private static ChatCapabilities capabilities() {
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

  private static void chats(WorldStateBuilder state) {
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

  private static Send send() {
    var outgoing =
        new Outgoing(
            MessageType.FILE,
            "later",
            AttachmentBuilder.builder().kind(Attachment.Kind.UNKNOWN).build(),
            "600001",
            TreePVector.singleton("@ann:w"));
    return new Send(
        "m2", "c1", outgoing, NOW, "600001", SendProfile.observed(), Send.Stage.SETTLE, 9_500, 1);
  }

  private static SendProfiles profiles() {
    var manual = SendProfile.instant().withPace(SendProfile.Pace.MANUAL).withRetriableFailures(2);
    return SendProfiles.of(SendProfile.observed())
        .withAccount("acc", manual)
        .withChat("c1", manual.withEnding(SendProfile.Ending.FAIL_PERMANENT))
        .withChat("c2", manual.withRetriesAfter(Duration.ofMillis(1_500)));
  }

  private static AppState appState() {
    var verification =
        new Verification(
            "v1",
            "device",
            "incoming",
            "requested",
            List.of("sas", "qr"),
            List.of("accept"),
            "@owner:beeper.com",
            "DEV2",
            "Phone",
            "qr-data",
            "🐶🐱",
            "1234 5678",
            "m.timeout",
            "Too late");
    return new AppState(
        AppState.Step.NEEDS_VERIFICATION,
        new AppState.Identity("@owner:beeper.com", "DEV1", "https://matrix.beeper.com"),
        Set.of(AppState.Milestone.INITIALIZED, AppState.Milestone.FIRST_SYNC),
        verification);
  }

  private static Timers timers() {
    var pending = new TreeMap<TimerKey, Timer>();
    pending.put(new TimerKey(NOW.plusMillis(900), 11), new Timer.SendStep("m2"));
    pending.put(new TimerKey(NOW.plusSeconds(30), 3), new Timer.ReminderDue("c1"));
    pending.put(new TimerKey(NOW.plusSeconds(40), 4), new Timer.SnoozeEnd("c1"));
    pending.put(new TimerKey(NOW.plusSeconds(50), 5), new Timer.MessageExpiry("c1", 9_400));
    pending.put(new TimerKey(NOW.plusSeconds(60), 6), new Timer.UploadExpiry("upl_1"));
    pending.put(new TimerKey(NOW.plusSeconds(90), 7), new Timer.TokenExpiry("fb-secret"));
    pending.put(new TimerKey(NOW.plusSeconds(99), 8), new Timer.Planned("scenario", "s1/2"));
    return Timers.of(pending, 12);
  }
}
