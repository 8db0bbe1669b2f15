package dev.fakebeeper.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fake Beeper: a state, a clock, and the only way to change either.
 *
 * <p>Reading takes the reference of the present state: no lock, no copy, never half a change.
 * Changing runs a function under one short lock and commits what it made, or nothing if it throws.
 * Listeners are called under that lock in commit order, so they may only enqueue. Timers that are
 * due fire right after the commit, each in a commit of its own. Thread-safe.
 */
public final class World implements AutoCloseable {
  private final String name;
  private final WorldRules rules;
  private final WorldClock clock;
  private final TimerWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<WorldState, WorldState>> replaceListeners =
      new CopyOnWriteArrayList<>();
  private final List<Consumer<Timer.Planned>> planListeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> closeListeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile WorldState state;
  private long commits;

  /** The world of callers without a token, starting with a state. */
  public World(WorldState start, WorldClock clock, WorldRules rules) {
    this(Worlds.DEFAULT, start, clock, rules);
  }

  /** A world that starts with a state and counts its commits from there. */
  public World(String name, WorldState start, WorldClock clock, WorldRules rules) {
    this.name = name;
    this.state = start;
    this.clock = clock;
    this.rules = rules;
    this.watch = new TimerWatch(this);
    watch.look();
  }

  /** The name under which a server knows it. */
  public String name() {
    return name;
  }

  /** The present state. */
  public WorldState read() {
    return state;
  }

  /** The choices of behaviour. */
  public WorldRules rules() {
    return rules;
  }

  /** The world's time. */
  public Instant now() {
    return clock.instant();
  }

  /** The clock. */
  public WorldClock clock() {
    return clock;
  }

  /**
   * Calls a listener for each commit from now on, under the lock: it may only enqueue and must not
   * throw.
   */
  public void listen(Consumer<Commit> listener) {
    listeners.add(listener);
  }

  /**
   * Runs an action on the present state and commits what it made.
   *
   * @param action sees only its own transaction; must neither block nor keep the transaction
   * @return what the action returned
   * @throws WorldException when a rule forbids the action; then nothing has changed
   */
  public <T> T change(Function<Transaction, T> action) {
    var result = commit(action);
    settle();
    return result;
  }

  /** {@link #change(Function)} for an action without a result. */
  public void run(Consumer<Transaction> action) {
    change(
        transaction -> {
          action.accept(transaction);
          return Boolean.TRUE;
        });
  }

  private <T> T commit(Function<Transaction, T> action) {
    lock.lock();
    try {
      var transaction = new Transaction(state, clock.instant(), rules);
      var result = action.apply(transaction);
      publish(transaction);
      return result;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same state object means that nothing was written
  private void publish(Transaction transaction) {
    var before = state;
    var after = transaction.state();
    if (after == before) {
      return;
    }
    state = after;
    commits++;
    var commit = new Commit(commits, transaction.now(), before, after, transaction.changes());
    listeners.forEach(listener -> listener.accept(commit));
  }

  /**
   * Fires everything that is due now, and what that leads to. Returns what fired, in order.
   *
   * <p>Whoever is told of a plan ({@link #onPlanned}) and changes the world settles nothing: the
   * loop that told him goes on with what is due once he is done. So one plan is carried out as a
   * whole before the next one begins, and whoever moves the clock hears of both.
   */
  public List<Timer> settle() {
    if (lock.isHeldByCurrentThread()) {
      return List.of();
    }
    var fired = new ArrayList<Timer>();
    while (fireNext(clock.instant(), fired)) {
      // each timer is a commit of its own, so that others may come between
    }
    watch.look();
    return fired;
  }

  /**
   * Moves the clock forward and fires on the way everything that falls due, each at its own
   * instant.
   *
   * @param span how far, zero or positive
   * @return what fired, in order
   * @throws WorldException when the clock would leave the year 9999; nothing has changed then
   */
  public List<Timer> advance(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("span (" + span + ") must not be negative");
    }
    var target = clock.after(span);
    var fired = new ArrayList<Timer>();
    lock.lock();
    try {
      moveTo(target, fired);
    } finally {
      lock.unlock();
    }
    watch.lookAnew();
    return fired;
  }

  private void moveTo(Instant target, List<Timer> fired) {
    while (fireNext(target, fired)) {
      // fireNext moves the clock to the instant of what it fires
    }
    if (clock.instant().isBefore(target)) {
      clock.set(target);
    }
  }

  /**
   * Sets the clock and how fast it runs from now on. Forward, everything that falls due on the way
   * fires at its own instant; backward, nothing is undone, and what is pending waits longer.
   *
   * @param at what it shows, null for what it shows now
   * @param rate seconds for each second of the machine: 0 to stand still
   * @return what fired, in order
   */
  public List<Timer> setClock(@Nullable Instant at, double rate) {
    var fired = new ArrayList<Timer>();
    lock.lock();
    try {
      clock.set(clock.instant(), 0); // so that it stands while the way is walked
      var target = at == null ? clock.instant() : at;
      moveTo(target, fired);
      clock.set(target, rate);
    } finally {
      lock.unlock();
    }
    watch.lookAnew();
    return fired;
  }

  /** Lets the clock follow the machine; otherwise as {@link #setClock}. */
  public List<Timer> followMachine() {
    return setClock(clock.machineNow(), 1);
  }

  private boolean fireNext(Instant limit, List<Timer> fired) {
    lock.lock();
    try {
      var next = state.timers().nextDueBy(limit);
      if (next.isEmpty()) {
        return false;
      }
      var due = next.get().getKey().due();
      if (due.isAfter(clock.instant())) {
        clock.set(due);
      }
      var timer = next.get().getValue();
      commit(
          transaction -> {
            transaction.cancel(timer);
            TimerRules.fire(transaction, timer);
            return timer;
          });
      fired.add(timer);
      if (timer instanceof Timer.Planned planned) {
        planListeners.forEach(listener -> listener.accept(planned));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Calls a listener with the old and the new state for each replacement from now on, under the
   * lock.
   */
  public void onReplace(BiConsumer<WorldState, WorldState> listener) {
    replaceListeners.add(listener);
  }

  /**
   * Calls a listener whenever a {@link Timer.Planned} fires, at its own instant and before anything
   * that is due later. It may change the world, must not block, and must not throw.
   */
  public void onPlanned(Consumer<Timer.Planned> listener) {
    planListeners.add(listener);
  }

  /** Runs a listener once, when the world closes. */
  public void onClose(Runnable listener) {
    closeListeners.add(listener);
  }

  /**
   * Puts a state in place of the present one: reset and restore. No client is told of single
   * differences.
   */
  public void replace(WorldState replacement) {
    lock.lock();
    try {
      var before = state;
      state = replacement;
      replaceListeners.forEach(listener -> listener.accept(before, replacement));
    } finally {
      lock.unlock();
    }
    watch.look();
  }

  /**
   * Puts a state and its time in place of the present ones; a clock that follows the machine goes
   * on following it.
   */
  public void restore(WorldState replacement, Instant at) {
    lock.lock();
    try {
      if (clock.rate() != 1) {
        clock.set(at);
      }
      replace(replacement);
    } finally {
      lock.unlock();
    }
    watch.lookAnew();
  }

  /**
   * Stops the world's timers and tells who waits for that. The state can still be read. Again is a
   * no-op.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      watch.close();
      closeListeners.forEach(Runnable::run);
    }
  }
}
