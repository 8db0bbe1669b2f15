package dev.fakebeeper.control.faults;

import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The answers of one world that faults hold back. Each waits for a timer of the world, so that
 * pending answers show where all pending work does and whoever moves the clock moves them.
 * Thread-safe; the world calls in under its lock, and finds only short monitors here.
 */
final class HeldAnswers {
  private final World world;
  private final Map<Timer.Planned, Hold> open = new ConcurrentHashMap<>();
  private final Set<Hold> waiting = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private final AtomicLong opened = new AtomicLong();
  private volatile boolean closed;

  HeldAnswers(World world) {
    this.world = world;
    world.onPlanned(this::due);
    world.onReplace((before, after) -> endAll(Release.WORLD_REPLACED));
    world.onClose(this::close);
  }

  World world() {
    return world;
  }

  Hold open(TakenFault fault, boolean planned) {
    var hold = open(fault.name(), fault.call().operation().id());
    if (!planned) {
      hold.end(Release.FAULT_REMOVED);
    }
    return hold;
  }

  Hold open(String holder, String of) {
    var what = "%s holds the answer to %s (%d)".formatted(holder, of, opened.incrementAndGet());
    var hold = new Hold(this, holder, what);
    open.put(hold.timer(), hold);
    if (closed) {
      hold.end(Release.WORLD_CLOSED); // the world closed before it could find this one
    }
    return hold;
  }

  void forget(Hold hold) {
    open.remove(hold.timer());
  }

  void waiting(Hold hold) {
    synchronized (change) {
      waiting.add(hold);
      change.notifyAll();
    }
  }

  void waitedEnough(Hold hold) {
    waiting.remove(hold);
  }

  private void due(Timer.Planned timer) {
    var hold = open.get(timer);
    if (hold != null) {
      hold.come();
    }
  }

  void removed(String fault) {
    open.values().stream()
        .filter(hold -> hold.fault().equals(fault))
        .forEach(hold -> hold.end(Release.FAULT_REMOVED));
  }

  private void close() {
    closed = true;
    endAll(Release.WORLD_CLOSED);
  }

  private void endAll(Release reason) {
    open.values().forEach(hold -> hold.end(reason));
  }

  List<String> describe() {
    return waiting.stream().map(hold -> hold.timer().key()).sorted().toList();
  }

  void await(int answers, Duration atMost) {
    var deadline = System.nanoTime() + atMost.toNanos();
    synchronized (change) {
      while (waiting.size() < answers) {
        var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new IllegalStateException(tooFew(answers, atMost));
        }
        try {
          change.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while waiting for held answers", e);
        }
      }
    }
  }

  private String tooFew(int answers, Duration atMost) {
    return "%d of %d answers are held after %s: %s. Send the calls on threads of their own before this, and look whether a fault that holds matches them."
        .formatted(waiting.size(), answers, atMost, describe());
  }

  /** A state without the timers of these answers: whoever waits for them waits in this world. */
  WorldState without(WorldState state) {
    var rest = state;
    for (var timer : open.keySet()) {
      rest = rest.withTimers(rest.timers().without(timer));
    }
    return rest;
  }
}
