package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which cause makes which events: the table of the protocol, row by row, and nothing else beside.
 */
class CauseEventsTest {
  private static FakeBeeper beeper;

  private TwoChats world;
  private Api api;
  private SocketClient socket;
  private String chat;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @BeforeEach
  void connect() {
    world = TwoChats.open(beeper);
    api = new Api(beeper, world.token());
    chat = world.lunch();
    socket = SocketClient.connect(beeper, world.token());
  }

  @AfterEach
  void disconnect() {
    socket.close();
    world.control().close();
  }

  @Test
  void a_message_that_arrives() {
    listen();
    world.says(chat, world.ann(), "noon?");
    assertEvents("message.upserted", "chat.upserted");
  }

  @Test
  void an_own_message_at_each_of_its_steps() {
    world
        .control()
        .sends()
        .everywhere(
            plan ->
                plan.unknownFor(Duration.ofSeconds(1))
                    .pendingFor(Duration.ofSeconds(1))
                    .seenAfter(Duration.ofSeconds(1)));
    listen();
    assertThat(api.post(Api.messages(chat), "{\"text\":\"hi\"}").status()).isEqualTo(200);
    assertEvents();
    world.control().advance(Duration.ofSeconds(10));
    assertEvents("message.upserted", "chat.upserted", "message.upserted", "message.upserted");
  }

  @Test
  void an_edit_a_reaction_and_taking_it_back() {
    var own = sent();
    listen();
    api.call("PUT", Api.message(chat, own), "{\"text\":\"edited\"}");
    assertEvents("message.upserted");
    api.post(Api.message(chat, own) + "/reactions", "{\"reactionKey\":\"👍\"}");
    assertEvents("message.upserted");
    api.call("DELETE", Api.message(chat, own) + "/reactions/" + Api.encoded("👍"), null);
    assertEvents("message.upserted");
  }

  @Test
  void a_deleted_message() {
    var own = sent();
    listen();
    assertThat(api.call("DELETE", Api.message(chat, own), null).status()).isEqualTo(204);
    assertEvents("message.deleted");
  }

  @Test
  void read_unread_and_archive_here_and_elsewhere() {
    world.says(chat, world.ann(), "one");
    listen();
    api.post(Api.chat(chat) + "/read", "{}");
    assertEvents("chat.upserted");
    api.post(Api.chat(chat) + "/unread", "{}");
    assertEvents("chat.upserted");
    api.post(Api.chat(chat) + "/archive", "{}");
    assertEvents("chat.upserted");
    world.control().others().readElsewhere(chat);
    assertEvents("chat.upserted");
  }

  @Test
  void pin_mute_low_priority_draft_and_reminder() {
    listen();
    for (var body :
        List.of(
            "{\"isPinned\":true}",
            "{\"isMuted\":true}",
            "{\"isLowPriority\":true}",
            "{\"draft\":{\"text\":\"later\"}}",
            "{\"draft\":null}")) {
      assertThat(api.call("PATCH", Api.chat(chat), body).status()).as(body).isEqualTo(200);
      assertEvents("chat.upserted");
    }
    var reminder = "{\"reminder\":{\"remindAt\":\"2026-06-15T10:30:00Z\"}}";
    assertThat(api.post(Api.chat(chat) + "/reminders", reminder).status()).isEqualTo(204);
    assertEvents("chat.upserted");
    world.control().advance(Duration.ofHours(2));
    assertEvents("chat.upserted");
  }

  @Test
  void what_changes_nothing() {
    listen();
    api.call("PATCH", Api.chat(chat), "{\"isPinned\":false}");
    api.call("PATCH", Api.chat(chat), "{\"draft\":null}");
    api.call("DELETE", Api.chat(chat) + "/reminders", null);
    assertEvents();
  }

  @Test
  void a_chat_that_is_created_and_one_that_goes() {
    listen();
    var created = world.control().others().openChat(account(), "@cem:beeper.local", "Cem");
    assertEvents("chat.upserted");
    world.control().others().removeChat(created);
    assertEvents("chat.deleted");
  }

  @Test
  void somebody_edits_deletes_reacts_and_sees() {
    var others = world.control().others();
    var theirs = world.says(chat, world.ann(), "helo");
    var own = sent();
    listen();
    others.edit(chat, theirs, "hello");
    assertEvents("message.upserted");
    others.react(chat, own, world.ann(), "👍");
    assertEvents("message.upserted");
    others.see(chat, world.ann());
    assertEvents("message.upserted");
    others.delete(chat, theirs);
    assertEvents("message.deleted");
  }

  @Test
  void an_account_that_loses_its_connection_says_nothing() {
    listen();
    world.control().others().accountStatus(account(), "reconnect_required", "Sign in again");
    assertEvents();
    assertThat(api.get("/v1/accounts").json().at("/0/status").asText())
        .isEqualTo("reconnect_required");
  }

  private String account() {
    return world.control().accountIds().get(0);
  }

  private String sent() {
    var pending =
        api.post(Api.messages(chat), "{\"text\":\"mine\"}").json().path("pendingMessageID");
    return api.get(Api.message(chat, pending.asText())).json().path("id").asText();
  }

  private void listen() {
    socket.subscribe("*");
  }

  /**
   * Commands and commits share one queue: once this command is answered, every earlier event was
   * told.
   */
  private void assertEvents(String... types) {
    socket.send("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    var heard = new ArrayList<String>();
    for (var type = next(); !type.equals("subscriptions.updated"); type = next()) {
      heard.add(type);
    }
    assertThat(heard).containsExactly(types);
  }

  private String next() {
    return socket.next().path("type").asText();
  }
}
