package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bundled scenarios in which the event socket plays tricks, as a client sees them. */
class SocketScenariosTest {
  private static final String ANN = "!ann:beeper.com";
  private static final String UPSERTED = "message.upserted";
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  /** The next event about a message; those about its chat come between. */
  private static JsonNode nextMessage(SocketClient socket) {
    var event = socket.next();
    while (!event.path("type").asText().equals(UPSERTED)) {
      event = socket.next();
    }
    return event;
  }

  private static String text(JsonNode event) {
    return event.at("/entries/0/text").asText();
  }

  private static List<String> texts(Play play) {
    var texts = new ArrayList<String>();
    play.api()
        .get(Api.messages(ANN))
        .json()
        .path("items")
        .forEach(one -> texts.add(one.path("text").asText()));
    return texts;
  }

  @Test
  void socket_drops_and_nothing_is_replayed() throws Exception {
    try (var play = Play.of(beeper, "socket-drops")) {
      try (var socket = play.socket()) {
        play.after("PT10S");
        assertThat(socket.closeCode()).isEqualTo(1001);
      }
      try (var again = play.socket()) {
        play.world().others().from("@ann:beeper.com").text("Three").in(ANN);

        var first = again.next();
        assertThat(text(first)).isEqualTo("Three");
        assertThat(first.path("seq").asInt()).isEqualTo(1);
        assertThat(texts(play)).containsExactly("Three", "Two", "One", "Noon?");
      }
    }
  }

  @Test
  void seq_gap_shows_that_an_event_is_missing() {
    try (var play = Play.of(beeper, "seq-gap");
        var socket = play.socket()) {
      play.after("PT30S");

      var first = nextMessage(socket);
      var chat = socket.next();
      var second = nextMessage(socket);
      assertThat(text(first)).isEqualTo("First");
      assertThat(text(second)).isEqualTo("Third");
      assertThat(first.path("seq").asInt()).isEqualTo(1);
      assertThat(chat.path("seq").asInt()).isEqualTo(2);
      assertThat(second.path("seq").asInt()).as("3 and 4 were lost").isEqualTo(5);
      assertThat(texts(play)).contains("Lost");
    }
  }

  @Test
  void duplicate_events_are_one_message() {
    try (var play = Play.of(beeper, "duplicate-events");
        var socket = play.socket()) {
      play.after("PT10S");

      var ids = new ArrayList<String>();
      var numbers = new ArrayList<Integer>();
      for (var copy = 1; copy <= 3; copy++) {
        var event = nextMessage(socket);
        ids.add(event.path("ids").path(0).asText());
        numbers.add(event.path("seq").asInt());
      }
      assertThat(ids).containsOnly(ids.get(0));
      assertThat(numbers).containsExactly(1, 2, 3);
      assertThat(texts(play)).containsExactly("Only once", "Noon?");
    }
  }

  @Test
  void events_out_of_order_tell_the_older_edit_last() {
    try (var play = Play.of(beeper, "events-out-of-order");
        var socket = play.socket()) {
      play.after("PT11S");

      assertThat(text(nextMessage(socket))).contains("One o");
      assertThat(text(nextMessage(socket))).contains("Noon!");
      assertThat(play.message(ANN, "900001").path("text").asText()).contains("One o");
    }
  }

  @Test
  void event_without_entries_must_be_asked_for_and_one_is_never_told() {
    try (var play = Play.of(beeper, "event-without-entries");
        var socket = play.socket()) {
      play.after("PT10S");
      var event = socket.next();
      assertThat(event.path("type").asText()).isEqualTo(UPSERTED);
      assertThat(event.has("entries")).isFalse();
      var id = event.path("ids").path(0).asText();
      assertThat(play.message(ANN, id).path("text").asText()).isEqualTo("Ask for me");
      var chat = socket.next();

      play.after("PT10S");
      play.world().others().from("@ann:beeper.com").text("And now").in(ANN);

      var next = socket.next();
      assertThat(text(next)).isEqualTo("And now");
      assertThat(next.path("seq").asInt()).isEqualTo(chat.path("seq").asInt() + 1);
      assertThat(texts(play)).contains("Nobody told you");
    }
  }

  @Test
  void silent_network_must_be_polled() {
    try (var play = Play.of(beeper, "silent-network");
        var socket = play.socket()) {
      var quiet = Api.messages("imsg##thread:any;-;+15550100101");
      assertThat(play.ids(quiet)).hasSize(1);

      play.after("PT10S");

      assertThat(play.ids(quiet)).hasSize(2);
      play.world().others().from("@ann:beeper.com").text("From another network").in(ANN);
      assertThat(text(socket.next()))
          .as("the first event is of the other network")
          .isEqualTo("From another network");
    }
  }

  @Test
  void half_open_socket_says_nothing_more() {
    try (var play = Play.of(beeper, "half-open-socket");
        var dead = play.socket()) {
      play.after("PT10S");
      play.after("PT10S");

      try (var fresh = play.socket()) {
        play.world().others().from("@ann:beeper.com").text("Anybody?").in(ANN);
        assertThat(text(fresh.next())).isEqualTo("Anybody?");
        assertThat(dead.waiting()).as("what the dead socket heard").isZero();
        assertThat(texts(play)).contains("Do you hear me?");
      }
    }
  }

  @Test
  void numeric_event_times_are_milliseconds() {
    try (var play = Play.of(beeper, "numeric-event-times");
        var socket = play.socket()) {
      play.after("PT10S");

      var event = socket.next();
      assertThat(event.path("ts").isNumber()).isTrue();
      assertThat(event.path("ts").asLong()).isEqualTo(play.world().now().toEpochMilli());
    }
  }
}
