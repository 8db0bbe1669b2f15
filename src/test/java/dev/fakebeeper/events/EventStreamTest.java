package dev.fakebeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.ChatCreation;
import dev.fakebeeper.world.Incoming;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class EventStreamTest {
  private static final Instant START = Instant.parse("2026-06-15T09:30:00Z");
  private static final User ANN = UserBuilder.builder().id("@ann:beeper.local").build();
  private static final User BEA = UserBuilder.builder().id("@bea:beeper.local").build();

  private final World world = world();
  private final EventStream stream =
      new EventStream(world, EventSettings.defaults(), Runnable::run);
  private final Chat lunch = chat(ANN);
  private final Chat gym = chat(BEA);

  @Test
  void the_first_frame_is_ready_with_nothing_subscribed() {
    var client = connect();

    assertThat(client.next())
        .isEqualTo("{\"type\":\"ready\",\"version\":1,\"chatIDs\":[],\"app\":{\"state\":false}}");
    message(lunch, ANN);
    assertThat(client.frames).isEmpty();
  }

  @Test
  void a_subscriber_hears_of_its_chat_only_message_first_then_chat() {
    var client = subscribed("[\"" + lunch.id() + "\"]");

    message(gym, BEA);
    var message = message(lunch, ANN);

    assertThat(client.next())
        .startsWith("{\"type\":\"message.upserted\",\"seq\":1,\"ts\":\"2026-06-15T09:30:00.000Z\"")
        .contains("\"chatID\":\"" + lunch.id() + "\"")
        .contains("\"ids\":[\"" + message.id() + "\"]")
        .contains("\"entries\":[{\"id\":\"" + message.id() + "\"");
    assertThat(client.next())
        .isEqualTo(
            "{\"type\":\"chat.upserted\",\"seq\":2,\"ts\":\"2026-06-15T09:30:00.000Z\",\"chatID\":\""
                + lunch.id()
                + "\",\"ids\":[\""
                + lunch.id()
                + "\"]}");
    assertThat(client.frames).isEmpty();
  }

  @Test
  void a_star_covers_chats_that_come_later_and_an_empty_list_pauses() {
    var client = subscribed("[\"*\"]");
    var later = chat(UserBuilder.builder().id("@cem:beeper.local").build());
    assertThat(client.next()).contains("chat.upserted").contains(later.id());

    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":[]}");
    assertThat(client.next()).contains("subscriptions.updated");
    message(lunch, ANN);
    assertThat(client.frames).isEmpty();
  }

  @Test
  void a_local_chat_id_subscribes_too() {
    var client = subscribed("[\"" + lunch.localId() + "\"]");
    message(lunch, ANN);
    assertThat(client.next()).contains(lunch.id());
  }

  @Test
  void each_connection_counts_for_itself() {
    var one = subscribed("[\"*\"]");
    message(lunch, ANN);
    var two = subscribed("[\"*\"]");
    message(lunch, ANN);

    assertThat(one.frames).hasSize(4);
    assertThat(two.next()).contains("\"seq\":1,");
  }

  @Test
  void a_deleted_chat_is_told_by_id_alone() {
    var client = subscribed("[\"" + lunch.id() + "\"]");

    world.run(tx -> OthersRules.removeChat(tx, lunch.id()));

    assertThat(client.next()).contains("chat.deleted").doesNotContain("entries");
  }

  @Test
  void a_silent_network_raises_nothing() {
    var client = subscribed("[\"*\"]");
    var silent = new Network("test", "Test", ChatCapabilities.none(), 1, false, false);
    world.run(tx -> tx.update(s -> s.withNetworks(s.networks().plus(silent.type(), silent))));

    message(lunch, ANN);

    assertThat(client.frames).isEmpty();
  }

  @Test
  void the_state_of_the_app_is_told_to_those_who_ask() {
    var client = connect();
    client.next();
    client.session.accept(
        "{\"type\":\"subscriptions.set\",\"requestID\":\"q\",\"app\":{\"state\":true}}");

    assertThat(client.next()).contains("\"requestID\":\"q\"").contains("\"app\":{\"state\":true}");
    assertThat(client.next()).contains("app.state.updated").contains("\"seq\":1,");
    world.run(tx -> tx.put(tx.state().appState().withStep(AppState.Step.INITIALIZING)));
    assertThat(client.next()).contains("\"state\":\"initializing\"").contains("\"seq\":2,");
  }

  @Test
  void mistakes_are_named_and_keep_the_subscription() {
    var client = subscribed("[\"*\"]");
    mistake(client, "{", "INVALID_PAYLOAD");
    mistake(client, "[]", "INVALID_PAYLOAD");
    mistake(client, "{\"chatIDs\":[]}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":7}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"dance\"}", "INVALID_COMMAND");
    mistake(
        client, "{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\",\"a\"]}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"subscriptions.set\",\"chatIDs\":[1]}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"subscriptions.set\",\"chats\":[]}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"subscriptions.set\",\"app\":{\"state\":1}}", "INVALID_PAYLOAD");
    mistake(client, "\"" + "x".repeat(64 * 1024) + "\"", "INVALID_PAYLOAD");

    message(lunch, ANN);
    assertThat(client.next()).contains("message.upserted");
  }

  @Test
  void an_older_build_refuses_the_app_member_and_wants_chat_ids() {
    var old = EventSettings.defaults().withAppState(EventSettings.AppState.UNKNOWN);
    var client = new Client();
    client.session = new EventStream(world, old, Runnable::run).open(client);
    assertThat(client.next()).isEqualTo("{\"type\":\"ready\",\"version\":1,\"chatIDs\":[]}");

    mistake(client, "{\"type\":\"subscriptions.set\",\"app\":{\"state\":true}}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"subscriptions.set\"}", "INVALID_PAYLOAD");
  }

  @Test
  void time_can_be_a_number() {
    var numbers = EventSettings.defaults().withTimestamps(EventSettings.Timestamps.EPOCH_MILLIS);
    var client = new Client();
    client.session = new EventStream(world, numbers, Runnable::run).open(client);
    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    client.frames.clear();

    message(lunch, ANN);

    assertThat(client.next()).contains("\"ts\":" + START.toEpochMilli() + ",");
  }

  @Test
  void a_client_that_does_not_read_is_closed_and_delays_nobody() {
    var stalled = subscribed("[\"*\"]");
    var reader = subscribed("[\"*\"]");
    stalled.reading = false;

    for (var i = 0; i < 600; i++) {
      message(lunch, ANN);
    }

    assertThat(stalled.closedWith).isEqualTo(1013);
    assertThat(reader.frames).hasSize(1_200);
    assertThat(stream.size()).isEqualTo(1);
  }

  @Test
  void stopping_closes_every_connection_as_going_away() {
    var client = connect();

    stream.close();

    assertThat(client.closedWith).isEqualTo(1001);
    assertThat(stream.size()).isZero();
  }

  private static void mistake(Client client, String command, String code) {
    client.session.accept(command);
    assertThat(client.next()).contains("\"type\":\"error\"").contains("\"code\":\"" + code + "\"");
  }

  private Client connect() {
    var client = new Client();
    client.session = stream.open(client);
    return client;
  }

  private Client subscribed(String chatIds) {
    var client = connect();
    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":" + chatIds + "}");
    client.frames.clear();
    return client;
  }

  private Message message(Chat chat, User sender) {
    return world.change(
        tx ->
            OthersRules.message(
                tx,
                new Incoming(
                    chat.id(),
                    sender.id(),
                    MessageType.TEXT,
                    "hello",
                    TreePVector.empty(),
                    null,
                    TreePVector.empty(),
                    TreePVector.empty())));
  }

  private Chat chat(User person) {
    return world.change(
        tx -> ChatCreation.direct(tx, tx.state().requireAccount("acc"), person).chat());
  }

  private static World world() {
    var account =
        new Account(
            "acc",
            null,
            new Account.Bridge("test", "test", Account.Provider.CLOUD),
            UserBuilder.builder().id("me").self(true).build(),
            "@me:beeper.local",
            AccountStatus.CONNECTED,
            null);
    var state = WorldState.empty(1);
    return new World(
        state.withAccounts(state.accounts().plus("acc", account)),
        WorldClock.frozenAt(START),
        WorldRules.defaults());
  }

  /** A client in memory; frames leave at once unless it stops reading. */
  private static final class Client implements FrameSink {
    private final ArrayDeque<String> frames = new ArrayDeque<>();
    private EventSession session;
    private boolean reading = true;
    private int closedWith;

    @Override
    public void send(OutgoingFrame frame, Runnable done) {
      if (reading) {
        frames.add(frame.text());
        done.run();
      }
    }

    @Override
    public void close(int code, String reason) {
      closedWith = code;
      session.ended();
    }

    String next() {
      assertThat(frames).isNotEmpty();
      return frames.poll();
    }
  }
}
