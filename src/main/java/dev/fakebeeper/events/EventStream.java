package dev.fakebeeper.events;

import dev.fakebeeper.world.Change;
import dev.fakebeeper.world.Commit;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.json.AppStateJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
  private final StreamRules rules = new StreamRules(this);
  private final SocketWatch watch = new SocketWatch();
  private final List<StreamObserver> observers = new CopyOnWriteArrayList<>();
  private final List<EventSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();
  private volatile @Nullable StreamScript script;

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
    world.onReplace((before, after) -> rules.forget());
  }

  /** From now on a script speaks on each new connection in place of this world. */
  public void follow(StreamScript script) {
    this.script = script;
  }

  @Nullable StreamScript script() {
    return script;
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
    changed();
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

  /**
   * Waits until the connections are as wanted. Not to be called by an observer.
   *
   * @param condition looks at the open connections; must be quick
   * @return false if they did not get so in time
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public boolean await(Predicate<List<SocketInfo>> condition, Duration timeout)
      throws InterruptedException {
    return watch.await(() -> condition.test(sockets()), timeout);
  }

  /** The connections are different from before. */
  void changed() {
    watch.changed();
  }

  /** What is planned to go wrong. */
  public StreamRules rules() {
    return rules;
  }

  /**
   * Does something to one connection, after all that was asked for before.
   *
   * @return done when it is done, or when the connection is gone
   */
  public CompletableFuture<Void> act(String socketId, SocketAct act) {
    return act(session -> session.id().equals(socketId), act);
  }

  /** Does something to every connection that is open, each as {@link #act}. */
  public CompletableFuture<Void> actOnAll(SocketAct act) {
    return act(session -> true, act);
  }

  private CompletableFuture<Void> act(Predicate<EventSession> which, SocketAct act) {
    var begun = new CompletableFuture<CompletableFuture<Void>>();
    if (!turns.inOrder(() -> begun.complete(perform(which, act)))) {
      begun.complete(CompletableFuture.completedFuture(null));
    }
    return begun.thenCompose(done -> done);
  }

  private CompletableFuture<Void> perform(Predicate<EventSession> which, SocketAct act) {
    return CompletableFuture.allOf(
        sessions.stream()
            .filter(which)
            .map(session -> session.perform(act))
            .toArray(CompletableFuture[]::new));
  }

  /** Complete once all is told that has happened so far; then rules have counted it. */
  public CompletableFuture<Void> caughtUp() {
    var done = new CompletableFuture<Void>();
    if (!turns.inOrder(() -> done.complete(null))) {
      done.complete(null);
    }
    return done;
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

  /** Takes a connection off the list. On the stream's turn. */
  void remove(EventSession session, int code, String reason) {
    if (sessions.remove(session)) {
      open.decrementAndGet();
      changed();
      session.gone();
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

  /** On the stream's turn. */
  void each(Consumer<EventSession> step) {
    sessions.forEach(step);
  }

  private void publish(Commit commit) {
    for (var change : commit.changes()) {
      if (change instanceof Change.InChat inChat) {
        publish(commit, inChat);
      } else {
        pass(EventSession::wantsAppState, () -> frames.ofApp(commit, change));
      }
    }
  }

  private void publish(Commit commit, Change.InChat change) {
    commit
        .after()
        .findChat(change.chatId())
        .or(() -> commit.before().findChat(change.chatId()))
        .filter(chat -> EventFrames.isLive(commit, chat))
        .ifPresent(
            chat ->
                pass(
                    session -> session.wants(chat.id(), chat.localId()),
                    () -> frames.of(commit, change, chat)));
  }

  /** Writes a frame only if somebody listens. */
  private void pass(Predicate<EventSession> wanting, Supplier<Optional<EventFrame>> frame) {
    var listeners = sessions.stream().filter(wanting).toList();
    if (!listeners.isEmpty()) {
      frame.get().ifPresent(event -> rules.pass(event, listeners, sessions));
    }
  }

  void showAppState(EventSession session) {
    var event = frames.appState(AppStateJson.of(world.read().setup()), now());
    rules.pass(event, List.of(session), sessions);
  }
}
