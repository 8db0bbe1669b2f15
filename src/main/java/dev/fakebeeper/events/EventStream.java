package dev.fakebeeper.events;

import dev.fakebeeper.world.Change;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Commit;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.json.AppStateJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int GOING_AWAY = 1001;

  private final World world;
  private final EventSettings settings;
  private final EventFrames frames;
  private final Executor executor;
  private final Set<EventSession> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private boolean running;

  /**
   * A stream of a world's changes from now on.
   *
   * @param executor runs the stream's turns; the stream never runs two at once
   */
  public EventStream(World world, EventSettings settings, Executor executor) {
    this.world = world;
    this.settings = settings;
    this.frames = new EventFrames(settings);
    this.executor = executor;
    world.listen(this::committed);
  }

  /** Opens a connection; the first frame it sends is {@code ready}. */
  public EventSession open(FrameSink sink) {
    var session = new EventSession(this, settings, sink);
    open.incrementAndGet();
    inOrder(
        () -> {
          sessions.add(session);
          session.greet();
        });
    return session;
  }

  /** How many connections are open. */
  public int size() {
    return open.get();
  }

  /** Ends every connection because the app stops. */
  public void close() {
    inOrder(() -> sessions.forEach(session -> session.close(GOING_AWAY, "Beeper is going away")));
  }

  void forget(EventSession session) {
    inOrder(
        () -> {
          if (sessions.remove(session)) {
            open.decrementAndGet();
          }
        });
  }

  private void committed(Commit commit) {
    if (open.get() > 0 && !commit.changes().isEmpty()) {
      inOrder(() -> publish(commit));
    }
  }

  /** Runs a step after all that were asked for before it. */
  void inOrder(Runnable step) {
    synchronized (queue) {
      queue.add(step);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::drain);
  }

  private void drain() {
    while (true) {
      Runnable step;
      synchronized (queue) {
        step = queue.poll();
        if (step == null) {
          running = false;
          return;
        }
      }
      try {
        step.run();
      } catch (RuntimeException e) {
        // One broken step must not silence the stream for good.
        LOG.error("An event could not be told", e);
      }
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
    session.tell(frames.appState(AppStateJson.of(world.read().appState()), world.now()));
  }
}
