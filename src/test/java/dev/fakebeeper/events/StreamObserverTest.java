package dev.fakebeeper.events;

import static dev.fakebeeper.events.StreamedWorld.ANN;
import static dev.fakebeeper.events.StreamedWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamObserverTest {
  private final StreamedWorld fixture = new StreamedWorld();
  private final EventStream stream = fixture.stream;
  private final RecordingObserver observer = new RecordingObserver();

  @Test
  void the_life_of_a_connection_is_told_in_order() {
    stream.observe(observer);

    var client = fixture.subscribed("[\"*\"]");
    fixture.message(fixture.lunch, ANN);
    client.session.ended(1000, "bye");
    client.session.ended(1006, "told once only");

    assertThat(observer.heard)
        .containsExactly(
            "opened socket-1",
            "sent socket-1 0 ready NONE",
            "received socket-1 {\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}",
            "subscribed socket-1 [*]",
            "sent socket-1 0 subscriptions.updated NONE",
            "sent socket-1 1 message.upserted NONE",
            "sent socket-1 2 chat.upserted NONE",
            "closed socket-1 1000 bye");
  }

  @Test
  void a_frame_is_told_before_it_goes_out() {
    var order = new ArrayList<String>();
    stream.observe(
        new StreamObserver() {
          @Override
          public void sent(String id, long seq, String type, String text, Alteration alteration) {
            order.add("told " + text);
          }
        });
    var frames =
        new MemoryClient() {
          @Override
          public void send(OutgoingFrame frame, Runnable done) {
            order.add("went " + frame.text());
            done.run();
          }
        };

    stream.open(frames);

    var ready = "{\"type\":\"ready\",\"version\":1,\"chatIDs\":[],\"app\":{\"state\":false}}";
    assertThat(order).containsExactly("told " + ready, "went " + ready);
  }

  @Test
  void a_mistake_and_a_binary_frame_are_told_before_they_are_answered() {
    var client = fixture.connect();
    stream.observe(observer);

    client.session.accept("{");
    client.session.acceptBinary();

    assertThat(observer.heard)
        .containsExactly(
            "received socket-1 {",
            "sent socket-1 0 error NONE",
            "received socket-1 ",
            "sent socket-1 0 error NONE");
  }

  @Test
  void closing_from_this_side_is_told_once_with_its_code() {
    fixture.connect();
    stream.observe(observer);

    stream.close();

    assertThat(observer.heard).containsExactly("closed socket-1 1001 Beeper is going away");
  }

  @Test
  void each_socket_says_who_it_is_and_how_far_it_got() {
    fixture.connect();
    fixture.subscribed("[\"" + fixture.lunch.id() + "\"]");
    fixture.message(fixture.lunch, ANN);

    assertThat(stream.sockets())
        .containsExactly(
            new SocketInfo("socket-1", START, List.of(), false, 0, 0, SocketInfo.State.OPEN),
            new SocketInfo(
                "socket-2",
                START,
                List.of(fixture.lunch.id()),
                false,
                2,
                2,
                SocketInfo.State.OPEN));
  }

  @Test
  void no_id_is_used_twice() {
    fixture.connect().session.ended(1000, "");
    fixture.connect();

    assertThat(stream.sockets()).extracting(SocketInfo::id).containsExactly("socket-2");
  }

  @Test
  void a_stream_that_is_closed_turns_newcomers_away() {
    stream.close();
    var codes = new ArrayList<Integer>();

    stream.open(
        new MemoryClient() {
          @Override
          public void close(int code, String reason) {
            codes.add(code);
          }
        });

    assertThat(codes).containsExactly(1001);
    assertThat(stream.size()).isZero();
    assertThat(stream.sockets()).isEmpty();
  }
}
