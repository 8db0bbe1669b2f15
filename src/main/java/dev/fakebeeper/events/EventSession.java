package dev.fakebeeper.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.events.SocketInfo.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One open connection as the protocol sees it: its subscription, its counter, its outbox.
 * Everything but {@link #accept} and {@link #ended} happens on the stream's own turn, so no two of
 * its frames can change places unless a rule wants it.
 */
public final class EventSession {
  /**
   * "Try again later" (IANA registry of close codes); which code the real server uses is not known.
   */
  private static final int OVERFLOW = 1013;

  /** Nobody said goodbye (RFC 6455, section 7.4.1). */
  private static final int ABNORMAL = 1006;

  private final EventStream stream;
  private final EventSettings settings;
  private final FrameSink sink;
  private final Outbox outbox;
  private final Lane lane;
  private Subscription.Matcher matcher = Subscription.NOTHING.matcher();
  private volatile SocketInfo info;

  EventSession(EventStream stream, EventSettings settings, FrameSink sink, String id) {
    this.stream = stream;
    this.settings = settings;
    this.sink = sink;
    this.outbox = new Outbox(sink, settings.outboxFrames());
    this.lane = new Lane(this, settings.outboxFrames());
    this.info = new SocketInfo(id, stream.now(), List.of(), false, 0, 0, State.OPEN);
  }

  String id() {
    return info.id();
  }

  /** The connection as it is now. Any thread. */
  SocketInfo info() {
    return info;
  }

  Lane lane() {
    return lane;
  }

  /**
   * A text frame came from the client. Returns at once; the answer follows in order. Any thread.
   */
  public void accept(String text) {
    stream.inOrder(() -> hear(text, Command.parse(text, settings)));
  }

  /** A binary frame came from the client: no command is one. Any thread. */
  public void acceptBinary() {
    var mistake =
        new Command.Mistake(null, Command.INVALID_PAYLOAD, "A command is a text frame of JSON");
    stream.inOrder(() -> hear("", mistake));
  }

  private void hear(String text, Command command) {
    if (!outbox.isClosed()) {
      stream.tell(observer -> observer.received(id(), text));
      obey(command);
    }
  }

  /**
   * The connection is over; nothing more is sent. Any thread.
   *
   * @param code the close code, 1006 when nobody said goodbye
   * @param reason for people, may be empty
   */
  public void ended(int code, String reason) {
    outbox.abandon();
    stream.forget(this, code, reason);
  }

  /** Ends the connection from this side; frames that wait are dropped. Any thread. */
  public void close(int code, String reason) {
    outbox.close(code, reason);
    stream.forget(this, code, reason);
  }

  /** Does what a test wants. On the stream's turn; what it returns is done when that is. */
  CompletableFuture<Void> perform(SocketAct act) {
    if (act instanceof SocketAct.HalfOpen) {
      return silence();
    }
    if (act instanceof SocketAct.Close close) {
      outbox.finish(() -> sink.close(close.code(), close.reason()));
      stream.remove(this, close.code(), close.reason());
    } else if (act instanceof SocketAct.Cut) {
      outbox.finish(sink::cut);
      stream.remove(this, ABNORMAL, "");
    } else if (act instanceof SocketAct.Send own) {
      offer(OutgoingFrame.own(own.text()));
    } else {
      throw new AssertionError("unknown act: " + act);
    }
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> silence() {
    var silent = new CompletableFuture<Void>();
    lane.drop();
    info = info.withState(State.HALF_OPEN);
    stream.changed();
    outbox.silence(
        () -> {
          sink.silence();
          silent.complete(null);
        });
    return silent;
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
      stream.changed();
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
    if (outbox.isClosed()) {
      return;
    }
    stream.tell(
        observer ->
            observer.sent(id(), frame.seq(), frame.type(), frame.text(), frame.alteration()));
    if (!outbox.offer(frame)) {
      overflow(settings.outboxFrames() + " frames are waiting: the client does not read");
    }
  }

  /** More waits than may. */
  void overflow(String reason) {
    outbox.close(OVERFLOW, reason);
    stream.remove(this, OVERFLOW, reason);
  }

  boolean wants(String chatId, String localChatId) {
    return !outbox.isClosed() && matcher.covers(chatId, localChatId);
  }

  boolean wantsAppState() {
    return !outbox.isClosed() && info.appState();
  }

  /** Counts one more event. */
  long nextSeq() {
    var seq = info.lastSeq() + 1;
    info = info.withLastSeq(seq);
    return seq;
  }

  /** Sends an event that has its number. */
  void send(OutgoingFrame event) {
    info = info.withEventsSent(info.eventsSent() + 1);
    offer(event);
  }

  /** An event that will never go out. */
  void lost(OutgoingFrame event) {
    stream.tell(observer -> observer.lost(id(), event.seq(), event.type(), event.text()));
  }

  /** The lane keeps something back, or no more. */
  void keptChanged() {
    if (info.state() != State.HALF_OPEN) {
      info = info.withState(lane.isKeeping() ? State.HELD : State.OPEN);
      stream.changed();
    }
  }
}
