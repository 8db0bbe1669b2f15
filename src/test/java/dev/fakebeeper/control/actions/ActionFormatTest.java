package dev.fakebeeper.control.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.faults.PlannedFault;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageRules;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.OutgoingBuilder;
import dev.fakebeeper.world.Seen;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.TreePVector;

class ActionFormatTest {
  private static final String ANN = "@ann:beeper.local";
  private static final String BEA = "@bea:beeper.local";

  private final Worlds worlds = new Worlds();
  private final FakeWorld fake =
      new FakeWorlds(worlds, WorldRules.defaults())
          .open(NewWorld.named("actions").startingFrom("empty"));
  private final World world = worlds.find("actions").orElseThrow();
  private String chat;

  @BeforeEach
  void an_account_and_a_chat() {
    run("account: {accountID: tg, network: telegram, userID: '@juno:tg', fullName: Juno Tern}");
    chat = run("chat: {accountID: tg, userID: '%s', fullName: Ann}".formatted(ANN)).get("chatID");
  }

  @AfterEach
  void close() {
    worlds.close();
  }

  @Test
  void an_added_account_is_there_with_all_that_was_said_of_it() {
    run(
        """
        account: {accountID: wa2, network: whatsapp, userID: '@j:wa', username: juno, local: true,
                  status: connecting, statusText: Signing in}
        """);

    var account = world.read().requireAccount("wa2");
    assertThat(account.status()).isEqualTo(AccountStatus.CONNECTING);
    assertThat(account.statusText()).isEqualTo("Signing in");
    assertThat(account.user().username()).isEqualTo("juno");
    assertThat(account.bridge().id()).isEqualTo("local-whatsapp");
    assertThat(world.read().requireAccount("tg").user().fullName()).isEqualTo("Juno Tern");
  }

  @Test
  void a_message_can_have_markup_an_answer_a_mention_and_an_attachment() {
    var first = send("text: 'one < two'");
    assertThat(message(first).html()).isEqualTo("one &lt; two");

    var second = send("html: '<b>two</b>', replyTo: '%s', mentions: ['@room']".formatted(first));

    assertThat(message(second).html()).isEqualTo("<b>two</b>");
    assertThat(message(second).linkedMessageId()).isEqualTo(first);
    assertThat(message(second).mentions().ids()).containsExactly("@room");
    assertThat(refusal("message: {chatID: '%s', from: me, attachments: ['mxc://no/such']}"))
        .isEqualTo(new Refusal(Refusal.Reason.NOT_FOUND, "Asset not found: mxc://no/such"));
  }

  @Test
  void me_is_the_owner_on_another_device() {
    var id = run("message: {chatID: '%s', from: me, text: hi}".formatted(chat)).get("messageID");

    assertThat(message(id).fromOwner()).isTrue();
  }

  @Test
  void an_edit_a_deletion_and_reactions_change_a_message() {
    var id = send("text: draft");
    var place = "chatID: '%s', messageID: '%s'".formatted(chat, id);

    run("edit: {%s, text: final}".formatted(place));
    run("reaction: {%s, from: me, reactionKey: '👍'}".formatted(place));
    assertThat(message(id).html()).isEqualTo("final");
    assertThat(message(id).reactions())
        .extracting(Message.Reaction::participantId)
        .containsExactly("@juno:tg");

    run("reactionRemoval: {%s, from: me, reactionKey: '👍'}".formatted(place));
    assertThat(message(id).reactions()).isEmpty();

    run("deletion: {%s}".formatted(place));
    assertThat(message(id).deleted()).isTrue();
  }

  @Test
  void reading_and_seeing_move_the_marks_of_both_sides() {
    send("text: hello");
    assertThat(chat().unreadCount()).isEqualTo(1);
    run("read: {chatID: '%s'}".formatted(chat));
    assertThat(chat().unreadCount()).isZero();

    var own = run("message: {chatID: '%s', from: me, text: hi}".formatted(chat)).get("messageID");
    run("receipt: {chatID: '%s', from: '%s', messageID: '%s'}".formatted(chat, ANN, own));

    assertThat(message(own).seen()).isEqualTo(new Seen.At(world.now()));
  }

  @Test
  void groups_come_and_people_in_them_come_and_go() {
    var group =
        run("group: {accountID: tg, title: Gym, members: ['%s', {userID: '@c:tg', fullName: Cem}]}"
                .formatted(ANN))
            .get("chatID");
    run("join: {chatID: '%s', userID: '%s', fullName: Bea}".formatted(group, BEA));
    run("departure: {chatID: '%s', userID: '%s'}".formatted(group, ANN));

    assertThat(world.read().requireChat(group).participants())
        .extracting(member -> member.user().displayName())
        .containsExactly("Cem", "Juno Tern", "Bea");

    run("chatRemoval: {chatID: '%s'}".formatted(group));
    assertThat(world.read().findChat(group)).isEmpty();
  }

  @Test
  void a_history_is_made_up_or_given() {
    var newest = send("text: newest");

    run("history: {chatID: '%s', count: 3}".formatted(chat));
    run(
        """
        history: {chatID: '%s', messages: [
          {from: '%s', at: -9d, text: older}, {from: me, at: '2026-06-01T08:00:00Z', html: oldest}]}
        """
            .formatted(chat, ANN));

    var log = world.read().logOf(chat());
    assertThat(log.size()).isEqualTo(6);
    assertThat(log.newest().orElseThrow().id()).isEqualTo(newest);
    assertThat(log.oldest().orElseThrow().html()).isEqualTo("oldest");
  }

  @Test
  void accounts_lose_their_connection_and_go() {
    run("accountStatus: {accountID: tg, status: reconnect_required, statusText: Sign in again}");
    assertThat(world.read().requireAccount("tg").status())
        .isEqualTo(AccountStatus.RECONNECT_REQUIRED);

    run("accountRemoval: {accountID: tg}");
    assertThat(world.read().findAccount("tg")).isEmpty();
  }

  @Test
  void a_plan_for_sends_changes_what_it_names_and_keeps_the_rest() {
    run("sends: {pendingFor: PT40S, failsFirst: {times: 2, pause: 5s}, seenAfter: 1m}");
    run(
        "sends: {chatID: '%s', unknownFor: PT1S, ends: failsForGood, reason: blocked}"
            .formatted(chat));
    run("sends: {accountID: tg, ends: refused, message: Down, neverSeen: true, steps: byHand}");

    var profiles = world.read().sendProfiles();
    assertThat(profiles.standard().settlesAfter()).isEqualTo(Duration.ofSeconds(40));
    assertThat(profiles.standard().retriableFailures()).isEqualTo(2);
    var inChat = profiles.of(chat());
    assertThat(inChat.settlesAfter()).isEqualTo(Duration.ofSeconds(40));
    assertThat(inChat.appearsAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(inChat.failure().reason()).isEqualTo("blocked");
    var ofAccount = profiles.byAccount().get("tg");
    assertThat(ofAccount.ending()).isEqualTo(SendProfile.Ending.REFUSED);
    assertThat(ofAccount.seenAfter()).isNull();
    assertThat(ofAccount.pace()).isEqualTo(SendProfile.Pace.MANUAL);
  }

  @Test
  void a_send_by_hand_takes_its_step_when_it_is_told() {
    run("sends: {steps: byHand}");
    Outgoing text =
        OutgoingBuilder.builder()
            .type(MessageType.TEXT)
            .html("hi")
            .mentions(TreePVector.empty())
            .build();
    var pending = world.change(tx -> MessageRules.send(tx, chat, text)).pendingId();
    assertThat(world.read().logOf(chat()).size()).isZero();

    run("sendStep: {pendingMessageID: '%s'}".formatted(pending));

    assertThat(world.read().logOf(chat()).size()).isEqualTo(1);
  }

  @Test
  void faults_are_planned_and_go() {
    run("fault: {name: flaky, on: {group: reads}, calls: {first: 2}, error: {status: 502}}");
    run("fault: {on: {operation: sendMessage}, hang: {}}");
    assertThat(fake.faults().list())
        .extracting(PlannedFault::name)
        .containsExactly("flaky", "fault-1");

    run("faultRemoval: {name: flaky}");
    assertThat(fake.faults().list()).hasSize(1);
    run("faultRemoval: {}");
    assertThat(fake.faults().list()).isEmpty();
  }

  @Test
  void a_token_is_taken_back_by_default_the_first_one() {
    run("tokenRevocation: {}");

    assertThat(world.read().tokens().get(fake.token()).revoked()).isTrue();
  }

  @Test
  void every_action_is_played_by_a_test_of_this_package() throws IOException {
    var folder = Path.of("src/test/java/dev/fakebeeper/control/actions");
    var source =
        Files.readString(folder.resolve("ActionFormatTest.java"))
            + Files.readString(folder.resolve("SocketActionTest.java"))
            + Files.readString(folder.resolve("LoginActionTest.java"))
            + Files.readString(folder.resolve("SetupActionTest.java"))
            + Files.readString(folder.resolve("ConsentActionTest.java"));

    Set<String> unplayed = new TreeSet<>(ActionFormat.names());
    unplayed.removeIf(
        name -> source.contains("\"" + name + ": {") || source.contains(" " + name + ": {"));

    assertThat(unplayed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {mesage: {}}                            | There is no action "mesage". | Did you mean "message"?
          {}                                      | This is no action.           | Write one of message, edit,
          [1]                                     | This is no action.           | An action is an object with one member
          {message: {chatID: a, from: b}}         | The message is empty.        | Add "text:".
          {message: {chatID: a, from: b, txt: c}} | no member "txt"              | Did you mean "text"?
          {edit: {chatID: a, messageID: b}}       | "text" is missing            | Add "text:".
          {accountStatus: {accountID: a, status: gone}} | "gone" is none of the known words | connected, connecting
          {sends: {pendingFor: soon}}             | "soon" is no length of time  | Write PT40S, 40s or 1h30m.
          {sends: {pendingFor: PT-1S}}            | "PT-1S" is no length of time | It is zero or more
          {sends: {accountID: a, chatID: b}}      | There is an account already  | Remove one of them.
          {sends: {reason: blocked}}              | Words about a failure        | Add ends: failsForGood
          {sends: {ends: success, message: No}}   | Words about a failure        | or remove it
          """)
  void a_mistake_is_explained_with_its_place(String action, String what, String fix) {
    var mistake =
        catchThrowableOfType(SourceException.class, () -> ActionFormat.read(node(action)));

    assertThat(mistake).hasMessageStartingWith("test.yaml:1:").hasMessageContainingAll(what, fix);
  }

  @Test
  void only_a_known_name_can_be_read_by_name() {
    assertThatThrownBy(() -> ActionFormat.read("nap", node("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name (nap) must be one of [message,");
  }

  @Test
  void a_refusal_of_the_world_has_its_reason() {
    assertThat(refusal("account: {accountID: tg, network: telegram, userID: '@j:tg'}").reason())
        .isEqualTo(Refusal.Reason.CONFLICT);
    assertThat(refusal("account: {accountID: x, network: pigeon, userID: '@j:tg'}").reason())
        .isEqualTo(Refusal.Reason.NOT_FOUND);
    assertThat(refusal("message: {chatID: '%s', from: '@bea:beeper.local', text: hi}").reason())
        .isEqualTo(Refusal.Reason.NOT_FOUND);
  }

  private Refusal refusal(String action) {
    var exception = catchThrowableOfType(WorldException.class, () -> run(action.formatted(chat)));
    return Refusal.of(exception).orElseThrow();
  }

  private String send(String body) {
    return run("message: {chatID: '%s', from: '%s', %s}".formatted(chat, ANN, body))
        .get("messageID");
  }

  private Map<String, String> run(String action) {
    var ids = ActionFormat.read(node(action)).run(fake).ids();
    var first = new HashMap<String, String>();
    ids.forEach((name, values) -> first.put(name, String.join(",", values)));
    return first;
  }

  private static SourceNode node(String yaml) {
    try {
      return SourceReader.read(
          "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Chat chat() {
    return world.read().requireChat(chat);
  }

  private Message message(String id) {
    return world.read().requireMessage(chat(), id);
  }
}
