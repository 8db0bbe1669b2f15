package dev.fakebeeper.control.replay;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordedSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A recorded socket in the making: who said what, and how many milliseconds after the opening. */
public final class Frames {
  private final List<RecordedFrame> frames = new ArrayList<>();
  private RecordedEnd end;

  /** One that says {@code ready} and takes a subscription to everything. */
  public static Frames subscribed() {
    return new Frames()
        .app(2, "{\"type\":\"ready\",\"version\":1,\"chatIDs\":[]}")
        .client(40, "{\"type\":\"subscriptions.set\",\"requestID\":\"r1\",\"chatIDs\":[\"*\"]}")
        .app(45, "{\"type\":\"subscriptions.updated\",\"requestID\":\"r1\",\"chatIDs\":[\"*\"]}");
  }

  public Frames app(long after, String text) {
    frames.add(new RecordedFrame(Duration.ofMillis(after), Sender.APP, text));
    return this;
  }

  public Frames client(long after, String text) {
    frames.add(new RecordedFrame(Duration.ofMillis(after), Sender.CLIENT, text));
    return this;
  }

  /** An event about a chat. */
  public Frames event(long after, int seq, String chat) {
    return app(
        after,
        "{\"type\":\"chat.upserted\",\"seq\":%d,\"ts\":\"2026-03-02T09:00:00.000Z\",\"chatID\":\"%s\",\"ids\":[\"%s\"]}"
            .formatted(seq, chat, chat));
  }

  public Frames ended(long after, Sender sender, int code, String reason) {
    end = new RecordedEnd(Duration.ofMillis(after), sender, code, reason);
    return this;
  }

  public RecordedSocket recorded() {
    return new RecordedSocket(
        Duration.ZERO, ApiRequest.of("GET", "/v1/ws", null), List.copyOf(frames), end);
  }
}
