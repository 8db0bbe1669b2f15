package dev.fakebeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;

/** A client in memory; frames leave at once unless it stops reading. */
class MemoryClient implements FrameSink {
  final ArrayDeque<String> frames = new ArrayDeque<>();
  EventSession session;
  boolean reading = true;
  int closedWith;

  static MemoryClient of(EventStream stream) {
    var client = new MemoryClient();
    client.session = stream.open(client);
    return client;
  }

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
    session.ended(code, reason);
  }

  String next() {
    assertThat(frames).isNotEmpty();
    return frames.poll();
  }
}
