package dev.fakebeeper.control.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.events.EventSession;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.FrameSink;
import dev.fakebeeper.events.OutgoingFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePlayerTest {
  private static final Instant START = Instant.parse("2026-06-15T09:30:00Z");
  private static final String EVERYTHING = "{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}";

  private final World world =
      new World(WorldState.empty(1), WorldClock.frozenAt(START), WorldRules.defaults());
  private final EventStream stream =
      new EventStream(world, EventSettings.defaults(), Runnable::run);
  private final List<String> incidents = new ArrayList<>();

  private FramePlayer playing(RecordedSocket... sockets) {
    var player = new FramePlayer(world, Arrays.asList(sockets), incidents::add);
    player.listen(stream);
    return player;
  }

  @Test
  void answers_come_at_once_and_events_when_the_clock_has_come_to_them() {
    playing(Frames.subscribed().event(1_000, 1, "lunch").event(61_000, 2, "gym").recorded());
    var client = new Client();

    assertThat(client.heard()).containsExactly("ready");
    client.say(EVERYTHING);
    assertThat(client.heard()).containsExactly("subscriptions.updated");

    world.advance(Duration.ofMillis(999));
    assertThat(client.heard()).isEmpty();
    world.advance(Duration.ofMillis(1));
    assertThat(client.heard()).containsExactly("1 lunch");
    world.advance(Duration.ofMinutes(2));
    assertThat(client.heard()).containsExactly("2 gym");
  }

  @Test
  void pending_events_are_told_among_the_work_of_the_world() {
    playing(Frames.subscribed().event(1_000, 1, "lunch").recorded());
    new Client().say(EVERYTHING);

    var timers = world.read().timers().all();

    assertThat(timers).hasSize(1);
    assertThat(timers.keySet().iterator().next().due()).isEqualTo(START.plusMillis(1_000));
    assertThat(timers.values().iterator().next())
        .hasToString("Planned[owner=replay, key=socket-1: chat.upserted]");
  }

  @Test
  void what_follows_a_command_waits_for_it_and_comes_as_much_later_as_the_command() {
    playing(Frames.subscribed().event(1_000, 1, "lunch").recorded());
    var client = new Client();

    world.advance(Duration.ofMinutes(5));
    assertThat(client.heard()).containsExactly("ready");

    client.say(EVERYTHING);
    world.advance(Duration.ofMillis(959));
    assertThat(client.heard()).containsExactly("subscriptions.updated");
    world.advance(Duration.ofMillis(1)); // 1000 - 40 ms after the command
    assertThat(client.heard()).containsExactly("1 lunch");
  }

  @Test
  void a_command_that_comes_early_brings_no_event_early() {
    var narrow = "{\"type\":\"subscriptions.set\",\"chatIDs\":[\"lunch\"]}";
    playing(
        Frames.subscribed()
            .event(1_000, 1, "gym")
            .client(60_000, narrow)
            .app(60_001, "{\"type\":\"subscriptions.updated\",\"chatIDs\":[\"lunch\"]}")
            .event(61_000, 2, "lunch")
            .recorded());
    var client = new Client();

    client.say(EVERYTHING);
    client.say(narrow);

    assertThat(client.heard())
        .containsExactly("ready", "subscriptions.updated", "subscriptions.updated");
    world.advance(Duration.ofMillis(60_999));
    assertThat(client.heard()).containsExactly("1 gym");
    world.advance(Duration.ofMillis(1));
    assertThat(client.heard()).containsExactly("2 lunch");
  }

  @Test
  void an_answer_bears_the_id_that_this_client_gave_its_command() {
    playing(Frames.subscribed().recorded(), Frames.subscribed().recorded());

    var other = new Client();
    other.say("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"],\"requestID\":\"mine-7\"}");
    var none = new Client();
    none.say(EVERYTHING);

    assertThat(other.last())
        .isEqualTo(
            "{\"type\":\"subscriptions.updated\",\"requestID\":\"mine-7\",\"chatIDs\":[\"*\"]}");
    assertThat(none.last()).isEqualTo("{\"type\":\"subscriptions.updated\",\"chatIDs\":[\"*\"]}");
  }

  @Test
  void a_command_that_is_said_again_is_answered_again_without_its_events() {
    playing(Frames.subscribed().event(1_000, 1, "lunch").recorded());
    var client = new Client();
    client.say(EVERYTHING);

    client.say(EVERYTHING);
    world.advance(Duration.ofMinutes(1));

    assertThat(client.heard())
        .containsExactly("ready", "subscriptions.updated", "subscriptions.updated", "1 lunch");
  }

  @Test
  void a_command_that_is_not_in_the_recording_is_refused_and_told() {
    playing(Frames.subscribed().recorded());
    var client = new Client();

    client.say("{\"type\":\"subscriptions.set\",\"requestID\":\"a\",\"chatIDs\":[\"lunch\"]}");

    assertThat(client.last())
        .isEqualTo(
            "{\"type\":\"error\",\"requestID\":\"a\",\"code\":\"INVALID_COMMAND\",\"message\":\"Unknown command\"}");
    assertThat(incidents)
        .containsExactly(
            "[FB-REPLAY-UNKNOWN] socket-1 said {\"type\":\"subscriptions.set\",\"requestID\":\"a\",\"chatIDs\":[\"lunch\"]}, which is not in the recording."
                + " The client of recorded socket 1 said {\"type\":\"subscriptions.set\",\"requestID\":\"r1\",\"chatIDs\":[\"*\"]}."
                + " Let the client say the same, or record it anew.");
  }

  @Test
  void each_client_gets_the_next_socket_and_the_last_one_repeats() {
    playing(
        Frames.subscribed().event(100, 1, "first").recorded(),
        Frames.subscribed().event(100, 1, "second").recorded());

    var heard = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      var client = new Client();
      client.say(EVERYTHING);
      world.advance(Duration.ofSeconds(1));
      heard.add(client.heard().get(2));
    }

    assertThat(heard).containsExactly("1 first", "1 second", "1 second");
  }

  @Test
  void a_client_that_subscribes_to_something_else_gets_the_socket_that_did_too() {
    var gym = "{\"type\":\"subscriptions.set\",\"chatIDs\":[\"gym\",\"pub\"]}";
    playing(
        Frames.subscribed().event(100, 1, "everything").recorded(),
        new Frames()
            .app(1, "{\"type\":\"ready\"}")
            .client(2, gym)
            .app(3, "{\"type\":\"subscriptions.updated\",\"chatIDs\":[\"gym\",\"pub\"]}")
            .event(100, 1, "gym")
            .recorded());

    var early = new Client();
    early.say("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"pub\",\"gym\"]}");
    var late = new Client();
    late.say(EVERYTHING);
    world.advance(Duration.ofSeconds(1));

    assertThat(early.heard()).containsExactly("ready", "subscriptions.updated", "1 gym");
    assertThat(late.heard()).containsExactly("ready", "subscriptions.updated", "1 everything");
  }

  @Test
  void a_socket_ends_as_it_was_recorded() {
    playing(
        Frames.subscribed().ended(5_000, Sender.APP, 1001, "restarting").recorded(),
        Frames.subscribed().ended(5_000, Sender.APP, 1006, "").recorded(),
        Frames.subscribed().ended(5_000, Sender.CLIENT, 1000, "bye").recorded());
    var closed = new Client();
    var cut = new Client();
    var open = new Client();
    List.of(closed, cut, open).forEach(client -> client.say(EVERYTHING));

    world.advance(Duration.ofSeconds(5));

    assertThat(closed.ended).isEqualTo("1001 restarting");
    assertThat(cut.ended).isEqualTo("cut");
    assertThat(open.ended).isNull();
    assertThat(world.read().timers().all()).isEmpty();
  }

  @Test
  void a_test_asks_for_events_without_moving_the_clock() {
    var player =
        playing(
            Frames.subscribed()
                .event(1_000, 1, "lunch")
                .event(2_000, 2, "gym")
                .event(3_000, 3, "pub")
                .recorded());
    var client = new Client();

    assertThat(player.playNext()).isZero(); // all waits for the command
    client.say(EVERYTHING);
    assertThat(player.playNext()).isEqualTo(1);
    assertThat(player.sockets())
        .containsExactly(new ReplayedSocket("socket-1", 1, 1, 2, START.plusMillis(2_000), null));
    assertThat(player.playAll()).isEqualTo(2);

    assertThat(client.heard())
        .containsExactly("ready", "subscriptions.updated", "1 lunch", "2 gym", "3 pub");
    assertThat(world.read().timers().all()).isEmpty();
  }

  @Test
  void a_world_that_goes_back_starts_the_recording_over() {
    var player =
        playing(
            Frames.subscribed().event(1_000, 1, "first").recorded(),
            Frames.subscribed().event(1_000, 1, "second").recorded());
    var before = new Client();
    before.say(EVERYTHING);

    world.restore(WorldState.empty(1), START);
    var after = new Client();
    after.say(EVERYTHING);
    world.advance(Duration.ofSeconds(1));

    assertThat(player.round()).isEqualTo(1);
    assertThat(before.heard()).containsExactly("ready", "subscriptions.updated");
    assertThat(after.heard()).containsExactly("ready", "subscriptions.updated", "1 first");
  }

  @Test
  void a_client_that_leaves_takes_its_pending_events_along() {
    playing(Frames.subscribed().event(1_000, 1, "lunch").recorded());
    var client = new Client();
    client.say(EVERYTHING);

    client.session.ended(1000, "");

    assertThat(world.read().timers().all()).isEmpty();
  }

  @Test
  void a_client_can_be_awaited_and_looked_at_as_ever() {
    playing(Frames.subscribed().event(0, 7, "lunch").recorded());
    new Client().say(EVERYTHING);

    var socket = stream.sockets().get(0);

    assertThat(socket.chatIds()).containsExactly("*");
    assertThat(socket.lastSeq()).isEqualTo(7);
    assertThat(socket.eventsSent()).isEqualTo(1);
  }

  /** A client in memory. */
  private final class Client implements FrameSink {
    final List<String> texts = new ArrayList<>();
    final EventSession session;
    String ended;
    private int read;

    Client() {
      session = stream.open(this);
    }

    void say(String text) {
      session.accept(text);
    }

    String last() {
      return texts.get(texts.size() - 1);
    }

    /** What came since the last look: the type, or number and chat of an event. */
    List<String> heard() {
      var news = texts.subList(read, texts.size()).stream().map(Client::brief).toList();
      read = texts.size();
      return news;
    }

    private static String brief(String text) {
      var frame = FrameText.of(text);
      return frame.isEvent()
          ? frame.tree().path("seq").asText() + " " + frame.tree().path("chatID").asText()
          : frame.type();
    }

    @Override
    public void send(OutgoingFrame frame, Runnable done) {
      texts.add(frame.text());
      done.run();
    }

    @Override
    public void close(int code, String reason) {
      ended = code + " " + reason;
    }

    @Override
    public void cut() {
      ended = "cut";
    }

    @Override
    public void silence() {
      ended = "silent";
    }
  }
}
