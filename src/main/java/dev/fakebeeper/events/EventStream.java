package dev.fakebeeper.events;

import dev.fakebeeper.world.Change;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Commit;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.json.AppStateJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * All connections to one world. Commits, commands, openings and closings pass through one queue and
 * are handled one after the other, on whichever thread of the executor is free: so the order of
 * events is the order of commits, and a subscription takes effect between two commits, never inside
 * one. Thread-safe.
 *
 * <p>A commit is only enqueued under the world's lock; frames are written later, and only if
 * somebody listens.
 */
public final class EventStream {
  private static final int GOING_AWAY = 1001;
  private static final String FAREWELL = "Beeper is going away";

  private final World world;
  private final EventSettings settings;
  private final EventFrames frames;
  private final Turns turns;
  private final List<StreamObserver> observers = new CopyOnWriteArrayList<>();
  private final List<EventSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * A stream of a world's changes from now on.
   *
   * @param executor runs the stream's turns; the stream never runs two at once
   */
  public EventStream(World world, EventSettings settings, Executor executor) {
    this.world = world;
    this.settings = settings;
    this.frames = new EventFrames(settings);
    this.turns = new Turns(executor);
    world.listen(this::committed);
  }

  /**
   * Opens a connection; the first frame it sends is {@code ready}. A stream that is closed ends it
   * at once as going away.
   */
  public EventSession open(FrameSink sink) {
    var session = new EventSession(this, settings, sink, "socket-" + opened.incrementAndGet());
    open.incrementAndGet();
    if (!turns.inOrder(() -> begin(session))) {
      open.decrementAndGet();
      session.close(GOING_AWAY, FAREWELL);
    }
    return session;
  }

  private void begin(EventSession session) {
    sessions.add(session);
    tell(observer -> observer.opened(session.info()));
    session.greet();
  }

  /** How many connections are open. */
  public int size() {
    return open.get();
  }

  /** The open connections, the oldest first. */
  public List<SocketInfo> sockets() {
    return sessions.stream().map(EventSession::info).toList();
  }

  /** Tells an observer of all that happens from now on. */
  public void observe(StreamObserver observer) {
    observers.add(observer);
  }

  void tell(Consumer<StreamObserver> news) {
    observers.forEach(news);
  }

  /** Ends every connection because the app stops; nothing happens here any more. */
  public void close() {
    turns.last(
        () -> {
          for (var session : sessions) {
            session.close(GOING_AWAY, FAREWELL);
            remove(session, GOING_AWAY, FAREWELL);
          }
        });
  }

  void forget(EventSession session, int code, String reason) {
    inOrder(() -> remove(session, code, reason));
  }

  private void remove(EventSession session, int code, String reason) {
    if (sessions.remove(session)) {
      open.decrementAndGet();
      tell(observer -> observer.closed(session.info().id(), code, reason));
    }
  }

  /** Runs a step after all that were asked for before it; a stream that is closed does nothing. */
  void inOrder(Runnable step) {
    turns.inOrder(step);
  }

  Instant now() {
    return world.now();
  }

  private void committed(Commit commit) {
    if (open.get() > 0 && !commit.changes().isEmpty()) {
      inOrder(() -> publish(commit));
    }
  }

  private void publish(Commit commit) {
    if (sessions.isEmpty()) {
      return;
    }
    for (var change : commit.changes()) {
      if (change instanceof Change.InChat inChat) {
        publish(commit, inChat);
      } else {
        frames
            .ofApp(commit, change)
            .ifPresent(
                frame ->
                    sessions.stream()
                        .filter(EventSession::wantsAppState)
                        .forEach(session -> session.tell(frame)));
      }
    }
  }

  private void publish(Commit commit, Change.InChat change) {
    var chat =
        commit
            .after()
            .findChat(change.chatId())
            .or(() -> commit.before().findChat(change.chatId()));
    if (chat.isEmpty() || !isLive(commit, chat.get())) {
      return;
    }
    Optional<EventFrame> frame = Optional.empty();
    for (var session : sessions) {
      if (session.wants(chat.get().id(), chat.get().localId())) {
        if (frame.isEmpty()) {
          frame = frames.of(commit, change);
        }
        frame.ifPresent(session::tell);
      }
    }
  }

  /** Some networks raise no events at all (iMessage, as observed). */
  private static boolean isLive(Commit commit, Chat chat) {
    var state = commit.after();
    return state.findAccount(chat.accountId()).map(a -> state.networkOf(a).live()).orElse(true);
  }

  void showAppState(EventSession session) {
    session.tell(frames.appState(AppStateJson.of(world.read().appState()), now()));
  }
}
