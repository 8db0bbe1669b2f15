package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.Focus;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.PixelSize;
import dev.fakebeeper.world.RecoveryKeys;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.SetupMail;
import dev.fakebeeper.world.SetupPlan;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.SetupState;
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
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.OrderedPMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** A small world that has one of everything: every member of the format has a value somewhere. */
final class Everything {
  static final Instant NOW = Instant.parse("2026-06-15T09:30:00Z");

  private static final User OWNER =
      new User(
          "@owner:w", "juno", "+15550001111", "juno@example.org", "Juno", "mxc://b/o", false, true);
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
    Said.chats(builder);
    return builder
        .focuses(
            TreePVector.singleton(new Focus(NOW.minusSeconds(9), "c1", "600001", "hi", "/tmp/x")))
        .sends(TreePMap.singleton("m2", send()))
        .sendProfiles(profiles())
        .bridges(Wizards.state())
        .oauth(Clients.state())
        .setup(setup())
        .timers(timers())
        .ids(new Ids(7, 41, 600_003, 9_500, 1_002))
        .build();
  }

  private static void surroundings(WorldStateBuilder state) {
    var network = new Network("whatsapp", "WhatsApp", Said.capabilities(), 1, true, true);
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
        .contacts(TreePMap.singleton("acc", AddressBook.of(List.of(Said.ANN))))
        .labels(TreePMap.singleton("l1", new Label("l1", "Work")))
        .assets(TreePMap.singleton(PICTURE.url(), PICTURE).plus(GONE.url(), GONE))
        .uploads(TreePMap.singleton("upl_1", upload))
        .tokens(TreePMap.singleton(token.value(), token))
        .reactionTransactions(TreePMap.singleton("txn_1", "c1/600001/+"));
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

  private static SetupState setup() {
    var request =
        new SetupRequest(
            "sr_1",
            SetupRequest.Stage.REGISTERING,
            "new@example.org",
            "402913",
            NOW.plusSeconds(600),
            1,
            "lead_1");
    var plan =
        SetupPlan.usual().withCode("402913").withAfterInitializing(AppState.Step.NEEDS_SECRETS);
    return new SetupState(
        new AppState(
            AppState.Step.NEEDS_VERIFICATION,
            new AppState.Identity("@owner:beeper.com", "DEV1", "https://matrix.beeper.com")),
        "@owner:beeper.com",
        TreePMap.singleton("owner@example.com", "@owner:beeper.com"),
        "fb-secret",
        TreePMap.singleton("sr_1", request),
        TreePVector.singleton(new SetupMail("new@example.org", "402913", NOW, "sr_1")),
        new RecoveryKeys("EsTf AKEB", NOW.minusSeconds(60), "EsTf NEWO"),
        OrderedPMap.singleton("vf_1", verification()).plus("vf_2", verification().withId("vf_2")),
        plan);
  }

  private static Verification verification() {
    return new Verification(
        "vf_1",
        Verification.Purpose.LOGIN,
        Verification.Direction.INCOMING,
        Verification.Stage.CANCELLED,
        List.of(Verification.Method.QR, Verification.Method.SAS),
        "@owner:beeper.com",
        new Verification.Device("DEV2", "Phone"),
        new Verification.Qr("qr-here", "qr-there"),
        new Verification.Sas("🐶🐱", "1234 5678 9012"),
        Verification.Side.THERE,
        Set.of(Verification.Side.HERE),
        new Verification.Failure("m.timeout", "Too late"),
        NOW.plusSeconds(60));
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
    pending.put(new TimerKey(NOW.plusSeconds(100), 0), new Timer.LoginExpiry("ls_1"));
    pending.put(new TimerKey(NOW.plusSeconds(101), 1), new Timer.LoginRotation("ls_1"));
    pending.put(new TimerKey(NOW.plusSeconds(102), 2), new Timer.LoginAct("ls_1"));
    pending.put(new TimerKey(NOW.plusSeconds(103), 9), new Timer.LoginForgetting("ls_2"));
    pending.put(new TimerKey(NOW.plusSeconds(104), 10), new Timer.AccountProgress("acc"));
    pending.put(new TimerKey(NOW.plusSeconds(105), 12), new Timer.SetupStep());
    pending.put(new TimerKey(NOW.plusSeconds(106), 13), new Timer.SetupRequestExpiry("sr_1"));
    pending.put(new TimerKey(NOW.plusSeconds(107), 14), new Timer.VerificationExpiry("vf_1"));
    pending.put(new TimerKey(NOW.plusSeconds(108), 15), new Timer.VerificationAct("vf_1"));
    pending.put(new TimerKey(NOW.plusSeconds(109), 16), new Timer.VerificationForgetting("vf_2"));
    pending.put(new TimerKey(NOW.plusSeconds(300), 17), new Timer.CodeExpiry("code-secret"));
    pending.put(new TimerKey(NOW.plusSeconds(600), 18), new Timer.ConsentExpiry("consent-1"));
    return Timers.of(pending, 19);
  }
}
