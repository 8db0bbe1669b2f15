package dev.fakebeeper.events;

import static dev.fakebeeper.events.StreamedWorld.ANN;
import static dev.fakebeeper.events.StreamedWorld.BEA;
import static dev.fakebeeper.events.StreamedWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.AppState;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.SetupPlay;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.World;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final StreamedWorld fixture = new StreamedWorld();
  private final World world = fixture.world;
  private final EventStream stream = fixture.stream;
  private final Chat lunch = fixture.lunch;
  private final Chat gym = fixture.gym;

  @Test
  void the_first_frame_is_ready_with_nothing_subscribed() {
    var client = fixture.connect();

    assertThat(client.next())
        .isEqualTo("{\"type\":\"ready\",\"version\":1,\"chatIDs\":[],\"app\":{\"state\":false}}");
    fixture.message(lunch, ANN);
    assertThat(client.frames).isEmpty();
  }

  @Test
  void a_subscriber_hears_of_its_chat_only_message_first_then_chat() {
    var client = fixture.subscribed("[\"" + lunch.id() + "\"]");

    fixture.message(gym, BEA);
    var message = fixture.message(lunch, ANN);

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
    var client = fixture.subscribed("[\"*\"]");
    var later = fixture.chat(UserBuilder.builder().id("@cem:beeper.local").build());
    assertThat(client.next()).contains("chat.upserted").contains(later.id());

    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":[]}");
    assertThat(client.next()).contains("subscriptions.updated");
    fixture.message(lunch, ANN);
    assertThat(client.frames).isEmpty();
  }

  @Test
  void a_local_chat_id_subscribes_too() {
    var client = fixture.subscribed("[\"" + lunch.localId() + "\"]");
    fixture.message(lunch, ANN);
    assertThat(client.next()).contains(lunch.id());
  }

  @Test
  void each_connection_counts_for_itself() {
    var one = fixture.subscribed("[\"*\"]");
    fixture.message(lunch, ANN);
    var two = fixture.subscribed("[\"*\"]");
    fixture.message(lunch, ANN);

    assertThat(one.frames).hasSize(4);
    assertThat(two.next()).contains("\"seq\":1,");
  }

  @Test
  void a_deleted_chat_is_told_by_id_alone() {
    var client = fixture.subscribed("[\"" + lunch.id() + "\"]");

    world.run(tx -> OthersRules.removeChat(tx, lunch.id()));

    assertThat(client.next()).contains("chat.deleted").doesNotContain("entries");
  }

  @Test
  void a_silent_network_raises_nothing() {
    var client = fixture.subscribed("[\"*\"]");
    var silent = new Network("test", "Test", ChatCapabilities.none(), 1, false, false);
    world.run(tx -> tx.update(s -> s.withNetworks(s.networks().plus(silent.type(), silent))));

    fixture.message(lunch, ANN);

    assertThat(client.frames).isEmpty();
  }

  @Test
  void the_state_of_the_app_is_told_to_those_who_ask() {
    var client = fixture.connect();
    client.next();
    client.session.accept(
        "{\"type\":\"subscriptions.set\",\"requestID\":\"q\",\"app\":{\"state\":true}}");

    assertThat(client.next()).contains("\"requestID\":\"q\"").contains("\"app\":{\"state\":true}");
    assertThat(client.next()).contains("app.state.updated").contains("\"seq\":1,");
    world.run(tx -> SetupPlay.stand(tx, AppState.Step.INITIALIZING));
    assertThat(client.next()).contains("\"state\":\"initializing\"").contains("\"seq\":2,");
  }

  @Test
  void mistakes_are_named_and_keep_the_subscription() {
    var client = fixture.subscribed("[\"*\"]");
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

    fixture.message(lunch, ANN);
    assertThat(client.next()).contains("message.upserted");
  }

  @Test
  void an_older_build_refuses_the_app_member_and_wants_chat_ids() {
    var old = EventSettings.defaults().withAppState(EventSettings.AppState.UNKNOWN);
    var client = MemoryClient.of(new EventStream(world, old, Runnable::run));
    assertThat(client.next()).isEqualTo("{\"type\":\"ready\",\"version\":1,\"chatIDs\":[]}");

    mistake(client, "{\"type\":\"subscriptions.set\",\"app\":{\"state\":true}}", "INVALID_PAYLOAD");
    mistake(client, "{\"type\":\"subscriptions.set\"}", "INVALID_PAYLOAD");
  }

  @Test
  void time_can_be_a_number() {
    var numbers = EventSettings.defaults().withTimestamps(EventSettings.Timestamps.EPOCH_MILLIS);
    var client = MemoryClient.of(new EventStream(world, numbers, Runnable::run));
    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    client.frames.clear();

    fixture.message(lunch, ANN);

    assertThat(client.next()).contains("\"ts\":" + START.toEpochMilli() + ",");
  }

  @Test
  void a_client_that_does_not_read_is_closed_and_delays_nobody() {
    var stalled = fixture.subscribed("[\"*\"]");
    var reader = fixture.subscribed("[\"*\"]");
    stalled.pauseReading();

    for (var i = 0; i < 600; i++) {
      fixture.message(lunch, ANN);
    }

    assertThat(stalled.closedWith).isEqualTo(1013);
    assertThat(reader.frames).hasSize(1_200);
    assertThat(stream.size()).isEqualTo(1);
  }

  @Test
  void stopping_closes_every_connection_as_going_away() {
    var client = fixture.connect();

    stream.close();

    assertThat(client.closedWith).isEqualTo(1001);
    assertThat(stream.size()).isZero();
  }

  private static void mistake(MemoryClient client, String command, String code) {
    client.session.accept(command);
    assertThat(client.next()).contains("\"type\":\"error\"").contains("\"code\":\"" + code + "\"");
  }
}
