package dev.fakebeeper.events;

import dev.fakebeeper.events.SocketInfo.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
  private final Voice voice;
  private Subscription.Matcher matcher = Subscription.NOTHING.matcher();
  private boolean appStateWanted;
  private volatile SocketInfo info;

  EventSession(EventStream stream, EventSettings settings, FrameSink sink, String id) {
    this.stream = stream;
    this.settings = settings;
    this.sink = sink;
    this.outbox = new Outbox(sink, settings.outboxFrames());
    this.lane = new Lane(this, settings.outboxFrames());
    this.info = new SocketInfo(id, stream.now(), List.of(), false, 0, 0, State.OPEN);
    this.voice = voice();
  }

  private Voice voice() {
    var script = stream.script();
    return script == null
        ? new ProtocolVoice(stream, settings, this)
        : new ScriptVoice(script, stream, this);
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
      voice.answer(text, command);
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
    voice.greet();
  }

  /** The connection is off the list. */
  void gone() {
    voice.end();
  }

  /** From now on events go out that a subscription covers. */
  void follow(Subscription subscription) {
    matcher = subscription.matcher();
    appStateWanted = subscription.appState();
    note(subscription);
  }

  /** Tells what the client wants to hear, whoever speaks. */
  void note(Subscription subscription) {
    info = info.withChatIds(subscription.chatIds()).withAppState(subscription.appState());
    stream.changed();
    stream.tell(observer -> observer.subscribed(info));
  }

  /** Sends a frame of a script. */
  void say(String text) {
    var frame = OutgoingFrame.recorded(text);
    if (frame.seq() > 0) {
      info = info.withLastSeq(frame.seq()).withEventsSent(info.eventsSent() + 1);
    }
    offer(frame);
  }

  void offer(OutgoingFrame frame) {
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
    return !outbox.isClosed() && appStateWanted;
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
