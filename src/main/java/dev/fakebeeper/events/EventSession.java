package dev.fakebeeper.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One open connection as the protocol sees it: its subscription, its counter, its outbox.
 * Everything but {@link #accept} and {@link #ended} happens on the stream's own turn, so no two of
 * its frames can change places.
 */
public final class EventSession {
  private final EventStream stream;
  private final EventSettings settings;
  private final Outbox outbox;
  private Subscription.Matcher matcher = Subscription.NOTHING.matcher();
  private volatile SocketInfo info;

  EventSession(EventStream stream, EventSettings settings, FrameSink sink, String id) {
    this.stream = stream;
    this.settings = settings;
    this.outbox = new Outbox(sink, settings.outboxFrames());
    this.info = new SocketInfo(id, stream.now(), List.of(), false, 0, 0, SocketInfo.State.OPEN);
  }

  /** The connection as it is now. Any thread. */
  SocketInfo info() {
    return info;
  }

  /**
   * A text frame came from the client. Returns at once; the answer follows in order. Any thread.
   */
  public void accept(String text) {
    stream.inOrder(
        () -> {
          stream.tell(observer -> observer.received(info.id(), text));
          obey(Command.parse(text, settings));
        });
  }

  /** A binary frame came from the client: no command is one. Any thread. */
  public void acceptBinary() {
    var mistake =
        new Command.Mistake(null, Command.INVALID_PAYLOAD, "A command is a text frame of JSON");
    stream.inOrder(
        () -> {
          stream.tell(observer -> observer.received(info.id(), ""));
          obey(mistake);
        });
  }

  /**
   * The connection is over; nothing more is sent. Any thread.
   *
   * @param code the close code, 1006 when nobody said goodbye
   */
  public void ended(int code, String reason) {
    outbox.abandon();
    stream.forget(this, code, reason);
  }

  /** Ends the connection from this side. Any thread. */
  public void close(int code, String reason) {
    outbox.close(code, reason);
    stream.forget(this, code, reason);
  }

  void greet() {
    var ready = JsonNodeFactory.instance.objectNode();
    ready.put("type", "ready");
    ready.put("version", 1);
    answer("ready", describe(ready));
  }

  private void obey(Command command) {
    if (command instanceof Command.SetSubscriptions set) {
      var subscription = set.subscription();
      matcher = subscription.matcher();
      info = info.withChatIds(subscription.chatIds()).withAppState(subscription.appState());
      stream.tell(observer -> observer.subscribed(info));
      answer("subscriptions.updated", describe(reply("subscriptions.updated", set.requestId())));
      if (subscription.appState()) {
        stream.showAppState(this);
      }
    } else if (command instanceof Command.Mistake mistake) {
      var error = reply("error", mistake.requestId());
      error.put("code", mistake.code());
      error.put("message", mistake.message());
      answer("error", error);
    }
  }

  private static ObjectNode reply(String type, @Nullable String requestId) {
    var reply = JsonNodeFactory.instance.objectNode();
    reply.put("type", type);
    if (requestId != null) {
      reply.put("requestID", requestId);
    }
    return reply;
  }

  private ObjectNode describe(ObjectNode frame) {
    var ids = frame.putArray("chatIDs");
    info.chatIds().forEach(ids::add);
    if (settings.appState() == EventSettings.AppState.KNOWN) {
      frame.putObject("app").put("state", info.appState());
    }
    return frame;
  }

  private void answer(String type, ObjectNode frame) {
    offer(OutgoingFrame.answer(type, frame.toString()));
  }

  private void offer(OutgoingFrame frame) {
    var id = info.id();
    stream.tell(
        observer -> observer.sent(id, frame.seq(), frame.type(), frame.text(), frame.alteration()));
    outbox.offer(frame);
  }

  boolean wants(String chatId, String localChatId) {
    return !outbox.isClosed() && matcher.covers(chatId, localChatId);
  }

  boolean wantsAppState() {
    return !outbox.isClosed() && info.appState();
  }

  void tell(EventFrame event) {
    var seq = info.lastSeq() + 1;
    info = info.withLastSeq(seq).withEventsSent(info.eventsSent() + 1);
    offer(OutgoingFrame.numbered(event, seq));
  }
}
