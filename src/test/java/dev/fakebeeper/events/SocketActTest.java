package dev.fakebeeper.events;

import static dev.fakebeeper.events.StreamedWorld.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketActTest {
  private final StreamedWorld fixture = new StreamedWorld();
  private final EventStream stream = fixture.stream;
  private final RecordingObserver observer = new RecordingObserver();

  @Test
  void a_goodbye_comes_after_the_frames_that_wait() {
    var client = fixture.subscribed("[\"*\"]");
    stream.observe(observer);
    client.pauseReading();
    fixture.message(fixture.lunch, ANN, "a");
    fixture.message(fixture.lunch, ANN, "b");

    var done = stream.act("socket-1", new SocketAct.Close(4000, "enough"));

    assertThat(done).isCompleted();
    assertThat(client.heard()).containsExactly("1 message a", "2 chat", "3 message b", "4 chat");
    assertThat(client.closedWith).isEqualTo(4000);
    assertThat(observer.heard).last().isEqualTo("closed socket-1 4000 enough");
    assertThat(stream.sockets()).isEmpty();
  }

  @Test
  void a_cut_is_no_goodbye() {
    var client = fixture.subscribed("[\"*\"]");
    stream.observe(observer);

    stream.actOnAll(new SocketAct.Cut()).join();

    assertThat(client.cut).isTrue();
    assertThat(client.closedWith).isZero();
    assertThat(observer.heard).containsExactly("closed socket-1 1006 ");
  }

  @Test
  void a_half_open_connection_neither_speaks_nor_hears_and_stays() {
    var client = fixture.subscribed("[\"*\"]");
    var other = fixture.subscribed("[\"*\"]");
    fixture.message(fixture.lunch, ANN, "a");

    stream.act("socket-1", new SocketAct.HalfOpen()).join();
    stream.observe(observer);
    client.session.accept("{");
    fixture.message(fixture.lunch, ANN, "b");

    assertThat(client.silent).isTrue();
    assertThat(client.heard()).containsExactly("1 message a", "2 chat");
    assertThat(other.heard()).hasSize(4);
    assertThat(observer.heard).noneMatch(line -> line.contains("socket-1"));
    assertThat(stream.sockets().get(0).state()).isEqualTo(SocketInfo.State.HALF_OPEN);
    assertThat(stream.sockets().get(0).eventsSent()).isEqualTo(2);
  }

  @Test
  void silence_comes_when_the_last_frame_has_left() {
    var client = fixture.subscribed("[\"*\"]");
    client.pauseReading();
    fixture.message(fixture.lunch, ANN, "a");

    var done = stream.act("socket-1", new SocketAct.HalfOpen());
    assertThat(done).isNotDone();
    assertThat(client.silent).isFalse();
    client.readOn();

    assertThat(done).isCompleted();
    assertThat(client.heard()).containsExactly("1 message a", "2 chat");
  }

  @Test
  void a_connection_that_goes_before_it_is_silent_keeps_nobody_waiting() {
    var client = fixture.subscribed("[\"*\"]");
    client.pauseReading();
    fixture.message(fixture.lunch, ANN, "a");
    var done = stream.act("socket-1", new SocketAct.HalfOpen());

    client.session.ended(1006, "");

    assertThat(done).isCompleted();
  }

  @Test
  void a_half_open_connection_ends_when_it_is_closed_or_the_world_is() {
    var one = fixture.connect();
    var two = fixture.connect();
    stream.actOnAll(new SocketAct.HalfOpen()).join();

    stream.act("socket-1", new SocketAct.Close(1000, "")).join();
    stream.close();

    assertThat(one.closedWith).isEqualTo(1000);
    assertThat(two.closedWith).isEqualTo(1001);
  }

  @Test
  void a_frame_of_ones_own_goes_out_as_it_is_without_a_number() {
    var client = fixture.subscribed("[\"*\"]");
    stream.observe(observer);

    stream.act("socket-1", new SocketAct.Send("{\"type\":\"chat.exploded\",\"seq\":7}")).join();
    stream.act("socket-1", new SocketAct.Send("not json")).join();
    fixture.message(fixture.lunch, ANN, "a");

    assertThat(client.next()).isEqualTo("{\"type\":\"chat.exploded\",\"seq\":7}");
    assertThat(client.next()).isEqualTo("not json");
    assertThat(client.heard()).containsExactly("1 message a", "2 chat");
    assertThat(observer.heard)
        .startsWith("sent socket-1 0 chat.exploded OWN", "sent socket-1 0  OWN");
  }

  @Test
  void nothing_happens_to_a_connection_that_is_gone_or_in_a_stream_that_is_closed() {
    assertThat(stream.act("socket-1", new SocketAct.Cut())).isCompleted();
    stream.close();
    assertThat(stream.actOnAll(new SocketAct.Cut())).isCompleted();
  }

  @Test
  void a_goodbye_that_no_frame_can_carry_is_refused() {
    assertThatThrownBy(() -> new SocketAct.Close(1006, ""))
        .hasMessageContaining("code (1006) cannot be sent in a close frame")
        .hasMessageContaining("cut the connection for 1006");
    assertThatThrownBy(() -> new SocketAct.Close(1000, "é".repeat(62)))
        .hasMessage("reason has 124 bytes of UTF-8; a close frame has room for 123");
  }

  @Test
  void waiting_ends_when_the_connections_are_as_wanted_or_time_is_up() throws Exception {
    var soon = Duration.ofMillis(1);
    assertThat(stream.await(sockets -> sockets.size() == 1, soon)).isFalse();

    fixture.subscribed("[\"*\"]");

    assertThat(stream.await(sockets -> sockets.get(0).isSubscribed(), soon)).isTrue();
  }
}
