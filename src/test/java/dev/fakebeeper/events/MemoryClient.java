package dev.fakebeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A client in memory; frames leave at once unless it stops reading. */
class MemoryClient implements FrameSink {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ArrayDeque<String> frames = new ArrayDeque<>();
  EventSession session;
  private final List<String> unread = new ArrayList<>();
  private Runnable done;
  private boolean reading = true;
  int closedWith;
  boolean cut;
  boolean silent;

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
    } else {
      unread.add(frame.text());
      this.done = done;
    }
  }

  /** What is sent is under way until it reads on. */
  void pauseReading() {
    reading = false;
  }

  /** Reads what is under way, and all that follows. */
  void readOn() {
    reading = true;
    frames.addAll(unread);
    unread.clear();
    done.run();
  }

  /** The frames that are here: number, kind and text. */
  List<String> heard() {
    frames.addAll(unread);
    unread.clear();
    var heard = frames.stream().map(MemoryClient::brief).toList();
    frames.clear();
    return heard;
  }

  private static String brief(String frame) {
    try {
      var event = JSON.readTree(frame);
      var kind = event.path("type").asText().replace(".upserted", "");
      var text = event.at("/entries/0/text").asText();
      return (event.path("seq").asLong() + " " + kind + " " + text).strip();
    } catch (JsonProcessingException e) {
      throw new AssertionError(frame, e);
    }
  }

  @Override
  public void close(int code, String reason) {
    closedWith = code;
    session.ended(code, reason);
  }

  @Override
  public void cut() {
    cut = true;
    session.ended(1006, "");
  }

  @Override
  public void silence() {
    silent = true;
  }

  String next() {
    assertThat(frames).isNotEmpty();
    return frames.poll();
  }
}
