package dev.fakebeeper.world;

import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a world whose clock runs by itself when its next timer is due. One daemon thread serves all
 * worlds of the process; it exists only once a running world has pending work. Thread-safe.
 */
final class TimerWatch implements AutoCloseable {
  private final World world;
  private @Nullable ScheduledFuture<?> wake;
  private @Nullable Instant wakeAt;
  private boolean closed;

  TimerWatch(World world) {
    this.world = world;
  }

  /** Made on first use, so that a frozen world costs no thread. */
  private static final class Shared {
    static final ScheduledThreadPoolExecutor EXECUTOR = executor();

    private static ScheduledThreadPoolExecutor executor() {
      var executor =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                var thread = new Thread(task, "fake-beeper-timers");
                thread.setDaemon(true);
                return thread;
              });
      executor.setRemoveOnCancelPolicy(true);
      // The thread goes when no world waits for anything any more; the next timer brings it back.
      executor.setKeepAliveTime(2, TimeUnit.SECONDS);
      executor.allowCoreThreadTimeOut(true);
      return executor;
    }
  }

  /**
   * Looks again at what is due next. Cheap when nothing changed. Reads the state inside its own
   * monitor: a look that had read an older state could otherwise come in last and put a later wake
   * in place of the nearer one that another thread's commit asked for.
   */
  synchronized void look() {
    if (!world.clock().isRunning()) {
      return;
    }
    var next = world.read().timers().next().map(entry -> entry.getKey().due()).orElse(null);
    schedule(next);
  }

  /** Looks again because the clock itself was moved, so that a wake may come too late. */
  synchronized void lookAnew() {
    cancel();
    look();
  }

  private void schedule(@Nullable Instant due) {
    if (closed || (due == null ? wakeAt == null : due.equals(wakeAt))) {
      return;
    }
    cancel();
    if (due != null) {
      // One millisecond late rather than early: an early wake would find nothing due.
      var delay = world.clock().machineTimeUntil(due).toMillis() + 1;
      wake = Shared.EXECUTOR.schedule(this::wakeUp, delay, TimeUnit.MILLISECONDS);
      wakeAt = due;
    }
  }

  private void wakeUp() {
    synchronized (this) {
      wakeAt = null;
      wake = null;
    }
    world.settle();
  }

  private void cancel() {
    if (wake != null) {
      wake.cancel(false);
    }
    wake = null;
    wakeAt = null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    cancel();
  }
}
