package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {
  private static FakeBeeper beeper;

  private TwoChats world;

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
  }

  @Test
  void a_caller_without_a_token_is_refused_before_the_upgrade() {
    var failure =
        catchThrowable(
            () ->
                SocketClient.HTTP
                    .newWebSocketBuilder()
                    .buildAsync(SocketClient.uri(beeper), new WebSocket.Listener() {})
                    .join());

    var response = ((WebSocketHandshakeException) failure.getCause()).getResponse();
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("X-Beeper-Desktop-Version")).isPresent();
    assertThat(response.headers().firstValue("X-Fake-Beeper-Diagnosis").orElse(""))
        .contains("FB-TOKEN-REFUSED");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void an_older_build_has_no_socket() {
    var config = FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1.294").build();
    try (var old = FakeBeeper.start(config)) {
      var failure = catchThrowable(() -> SocketClient.connect(old, old.token()));
      var response = ((WebSocketHandshakeException) failure.getCause()).getResponse();
      assertThat(response.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void two_subscribers_hear_what_they_asked_for() {
    try (var one = SocketClient.connect(beeper, world.token()).subscribe(world.lunch());
        var both = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      world.says(world.gym(), world.bea(), "squats?");
      world.says(world.lunch(), world.ann(), "noon?");

      assertThat(one.next().path("chatID").asText()).isEqualTo(world.lunch());
      assertThat(both.next().path("chatID").asText()).isEqualTo(world.gym());
      assertThat(both.nextTypes(3))
          .containsExactly("chat.upserted", "message.upserted", "chat.upserted");
    }
  }

  @Test
  void worlds_do_not_hear_each_other() {
    var other = TwoChats.open(beeper);
    try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      other.says(other.lunch(), other.ann(), "not for you");
      world.says(world.lunch(), world.ann(), "for you");

      assertThat(socket.next().at("/entries/0/text").asText()).isEqualTo("for you");
    }
  }

  @Test
  void after_a_drop_nothing_is_replayed_and_the_counter_starts_again() {
    try (var first = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      world.says(world.lunch(), world.ann(), "one");
      assertThat(first.next().path("seq").asInt()).isEqualTo(1);
    }
    world.says(world.lunch(), world.ann(), "missed");
    try (var second = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      world.says(world.lunch(), world.ann(), "three");

      var event = second.next();
      assertThat(event.path("seq").asInt()).isEqualTo(1);
      assertThat(event.at("/entries/0/text").asText()).isEqualTo("three");
    }
  }

  @Test
  void events_come_in_the_order_of_commits_under_eight_writers() throws Exception {
    var writers = Executors.newFixedThreadPool(8);
    try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      Callable<Void> writer =
          () -> {
            for (var i = 0; i < 25; i++) {
              world.says(world.lunch(), world.ann(), "x");
            }
            return null;
          };
      for (var done : writers.invokeAll(Collections.nCopies(8, writer))) {
        done.get(30, TimeUnit.SECONDS);
      }
      var sortKeys = new ArrayList<Long>();
      for (var seq = 1; seq <= 400; seq++) {
        var event = socket.next();
        assertThat(event.path("seq").asInt()).isEqualTo(seq);
        if (event.path("type").asText().equals("message.upserted")) {
          sortKeys.add(event.at("/entries/0/sortKey").asLong());
        }
      }
      assertThat(sortKeys).hasSize(200).isSorted();
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void two_hundred_sockets_hear_the_same() {
    var sockets = new ArrayList<SocketClient>();
    try {
      for (var i = 0; i < 200; i++) {
        sockets.add(SocketClient.connect(beeper, world.token()).subscribe("*"));
      }
      var id = world.says(world.lunch(), world.ann(), "hello, all");

      for (var socket : sockets) {
        assertThat(socket.next().at("/ids/0").asText()).isEqualTo(id);
      }
    } finally {
      sockets.forEach(SocketClient::close);
    }
  }

  @Test
  void a_token_that_is_taken_back_ends_its_socket_with_the_next_frame() throws Exception {
    var token = world.control().mintToken(Set.of(FakeWorld.Scope.READ), null);
    try (var socket = SocketClient.connect(beeper, token).subscribe("*")) {
      world.control().revokeToken(token);
      world.says(world.lunch(), world.ann(), "x");

      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void closing_a_world_ends_its_sockets_as_going_away() throws Exception {
    try (var socket = SocketClient.connect(beeper, world.token())) {
      world.control().close();

      assertThat(socket.closeCode()).isEqualTo(1001);
    }
    assertThat(List.of(beeper.worlds().names())).isNotEmpty();
  }

  @Test
  void a_binary_frame_is_a_mistake_that_is_answered() {
    try (var socket = SocketClient.connect(beeper, world.token())) {
      socket.sendBinary();
      assertThat(socket.next().path("code").asText()).isEqualTo("INVALID_PAYLOAD");
    }
  }

  @Test
  void the_time_of_events_can_be_a_number() {
    var config = FakeBeeperConfig.forTests().toBuilder().numericEventTimes().build();
    try (var numbers = FakeBeeper.start(config)) {
      var there = TwoChats.open(numbers);
      try (var socket = SocketClient.connect(numbers, there.token()).subscribe("*")) {
        there.says(there.lunch(), there.ann(), "x");
        assertThat(socket.next().path("ts").asLong())
            .isEqualTo(there.control().now().toEpochMilli());
      }
    }
  }

  @Test
  void mistakes_are_answered_and_the_socket_lives_on() {
    try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      socket.send("{\"type\":\"dance\",\"requestID\":\"r1\"}");
      var error = socket.next();
      assertThat(error.path("code").asText()).isEqualTo("INVALID_COMMAND");
      assertThat(error.path("requestID").asText()).isEqualTo("r1");

      world.says(world.lunch(), world.ann(), "still here?");
      assertThat(socket.next().path("type").asText()).isEqualTo("message.upserted");
    }
  }
}
