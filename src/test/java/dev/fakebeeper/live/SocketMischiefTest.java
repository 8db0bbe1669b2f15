package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.Sockets;
import dev.fakebeeper.events.Numbering;
import dev.fakebeeper.events.SocketInfo;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test does to sockets, as clients see it on the wire. */
class SocketMischiefTest {
  private static FakeBeeper beeper;

  private TwoChats world;
  private Sockets sockets;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @BeforeEach
  void newWorld() {
    world = TwoChats.open(beeper);
    sockets = world.control().sockets();
  }

  @Test
  void a_test_sees_which_sockets_are_open_and_how_far_they_got() {
    try (var one = connect().subscribe(world.lunch());
        var two = connect()) {
      says("a");
      one.nextTypes(2);

      var start = world.control().now();
      assertThat(sockets.list())
          .containsExactly(
              new SocketInfo(
                  "socket-1", start, List.of(world.lunch()), false, 2, 2, SocketInfo.State.OPEN),
              new SocketInfo("socket-2", start, List.of(), false, 0, 0, SocketInfo.State.OPEN));
      assertThat(two.waiting()).isZero();
    }
  }

  @Test
  void a_test_waits_until_clients_are_there() {
    assertThatThrownBy(() -> sockets.awaitOpen(1, Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("for 1 open sockets")
        .hasMessageContaining("there are: none");

    try (var one = connect()) {
      sockets.awaitOpen(1, Duration.ofSeconds(10));
      assertThatThrownBy(() -> sockets.awaitSubscribed(1, Duration.ofMillis(1)))
          .hasMessageContaining("there are: socket-1 subscribed to []");

      one.send("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
      sockets.awaitSubscribed(1, Duration.ofSeconds(10));
    }
  }

  @Test
  void a_socket_is_closed_with_a_code_after_what_was_told() throws Exception {
    try (var one = connect().subscribe("*");
        var two = RawSocket.connect(beeper, world.token()).subscribe()) {
      says("a");
      sockets.close("socket-1", 4001, "go away");

      assertThat(one.nextTypes(2)).containsExactly("message.upserted", "chat.upserted");
      assertThat(one.closeCode()).isEqualTo(4001);

      sockets.closeAll(1012, "restarting");
      two.next();
      two.next();
      var goodbye = two.next();
      assertThat(goodbye.opcode()).isEqualTo(RawSocket.CLOSE);
      assertThat(goodbye.closeCode()).isEqualTo(1012);
      assertThat(goodbye.text()).endsWith("restarting");
    }
    assertThat(sockets.list()).isEmpty();
  }

  @Test
  void a_socket_that_is_not_open_is_named_with_those_that_are() {
    try (var one = connect()) {
      assertThatThrownBy(() -> sockets.cut("socket-7"))
          .hasMessageContaining("Socket not found: socket-7")
          .hasMessageContaining(": socket-1.");
      assertThat(one.waiting()).isZero();
    }
  }

  @Test
  void a_cut_is_a_reset_and_not_an_end() throws Exception {
    try (var one = RawSocket.connect(beeper, world.token()).subscribe();
        var two = RawSocket.connect(beeper, world.token())) {
      sockets.cut("socket-1");
      assertThatThrownBy(one::next)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");

      sockets.cutAll();
      assertThatThrownBy(two::next)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(sockets.list()).isEmpty();
  }

  @Test
  void whoever_was_cut_connects_again_and_nothing_is_replayed() {
    try (var first = connect().subscribe("*")) {
      sockets.cutAll();
      assertThatThrownBy(first::closeCode).hasRootCauseInstanceOf(IOException.class);
    }
    says("missed");
    try (var second = connect().subscribe("*")) {
      says("heard");

      var event = second.next();
      assertThat(event.path("seq").asInt()).isEqualTo(1);
      assertThat(event.at("/entries/0/text").asText()).isEqualTo("heard");
    }
  }

  @Test
  void a_ping_is_answered_as_long_as_nobody_meddles() throws Exception {
    try (var socket = RawSocket.connect(beeper, world.token())) {
      socket.send(RawSocket.PING, "there?");

      var pong = socket.next();
      assertThat(pong.opcode()).isEqualTo(RawSocket.PONG);
      assertThat(pong.text()).isEqualTo("there?");
    }
  }

  @Test
  void a_half_open_socket_answers_no_ping_no_command_and_no_goodbye() throws Exception {
    try (var dead = RawSocket.connect(beeper, world.token()).subscribe();
        var alive = connect().subscribe("*")) {
      says("a");
      dead.next();
      dead.next();

      sockets.halfOpen("socket-1");
      dead.send(RawSocket.PING, "there?");
      dead.send(RawSocket.TEXT, "{\"type\":\"subscriptions.set\",\"chatIDs\":[]}");
      dead.send(RawSocket.CLOSE, "");
      says("b");

      assertThat(alive.nextTypes(4)).hasSize(4);
      assertThat(sockets.list().get(0).state()).isEqualTo(SocketInfo.State.HALF_OPEN);
      // All that was sent is read before the end of the stream is: an answer would come before it.
      dead.hangUp();
      assertThatThrownBy(dead::next).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void a_half_open_socket_ends_with_its_world() throws Exception {
    try (var dead = RawSocket.connect(beeper, world.token())) {
      sockets.halfOpenAll();

      world.control().close();

      assertThatThrownBy(dead::next).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_frame_of_the_tests_own_goes_out_as_it_is() {
    try (var socket = connect()) {
      sockets.send("socket-1", "{\"type\":\"chat.exploded\",\"seq\":\"seven\"}");

      assertThat(socket.next().path("seq").asText()).isEqualTo("seven");
    }
  }

  @Test
  void an_event_is_lost_and_leaves_a_gap() {
    try (var socket = connect().subscribe("*")) {
      sockets.next().ofType("message.upserted").inChat(world.lunch()).lose();
      says("lost");

      var event = socket.next();
      assertThat(event.path("type").asText()).isEqualTo("chat.upserted");
      assertThat(event.path("seq").asInt()).isEqualTo(2);
      assertThat(sockets.rules()).singleElement().matches(rule -> rule.isSpent());
    }
  }

  @Test
  void an_event_comes_three_times_under_one_number() {
    try (var socket = connect().subscribe("*")) {
      sockets.next().ofType("message.upserted").duplicate(3, Numbering.ON_ARRIVAL);
      var id = says("thrice");

      for (var i = 0; i < 3; i++) {
        var event = socket.next();
        assertThat(event.path("seq").asInt()).isEqualTo(1);
        assertThat(event.at("/ids/0").asText()).isEqualTo(id);
      }
      assertThat(socket.next().path("seq").asInt()).isEqualTo(2);
    }
  }

  @Test
  void events_change_places() {
    try (var socket = connect().subscribe("*")) {
      sockets.next().reorder(2);
      says("a");

      var chat = socket.next();
      assertThat(chat.path("type").asText()).isEqualTo("chat.upserted");
      assertThat(chat.path("seq").asInt()).isEqualTo(1);
      assertThat(socket.next().path("type").asText()).isEqualTo("message.upserted");
    }
  }

  @Test
  void an_event_is_held_until_it_is_released() {
    try (var socket = connect().subscribe("*")) {
      sockets.every().ofType("message.upserted").hold();
      says("late");
      assertThat(socket.next().path("type").asText()).isEqualTo("chat.upserted");
      assertThat(sockets.list().get(0).state()).isEqualTo(SocketInfo.State.HELD);

      sockets.release();

      assertThat(socket.next().at("/entries/0/text").asText()).isEqualTo("late");
    }
  }

  @Test
  void a_message_comes_without_entries_and_a_chat_with_a_number_for_a_time() {
    try (var socket = connect().subscribe("*")) {
      sockets.next().withoutEntries();
      sockets.next().ofType("chat.upserted").numberTimestamps();
      says("a");

      var message = socket.next();
      assertThat(message.has("entries")).isFalse();
      assertThat(message.path("ts").isTextual()).isTrue();
      assertThat(socket.next().path("ts").asLong()).isEqualTo(world.control().now().toEpochMilli());
    }
  }

  @Test
  void a_frame_is_written_anew_on_one_socket_only() {
    try (var one = connect().subscribe("*");
        var two = connect().subscribe("*")) {
      sockets.next().onSocket("socket-2").rewrite(text -> text.replace("\"TEXT\"", "\"HOLOGRAM\""));
      says("a");

      assertThat(one.next().at("/entries/0/type").asText()).isEqualTo("TEXT");
      assertThat(two.next().at("/entries/0/type").asText()).isEqualTo("HOLOGRAM");
    }
  }

  @Test
  void a_reset_ends_the_rules_and_leaves_the_sockets_open() {
    try (var socket = connect().subscribe("*")) {
      sockets.every().lose();
      says("lost");

      world.control().reset();
      assertThat(sockets.rules()).isEmpty();
      world.control().others().openChat(world.control().accountIds().get(0), "@cem:x", "Cem");

      assertThat(socket.next().path("seq").asInt()).isEqualTo(3);
    }
  }

  private SocketClient connect() {
    return SocketClient.connect(beeper, world.token());
  }

  private String says(String text) {
    return world.says(world.lunch(), world.ann(), text);
  }
}
