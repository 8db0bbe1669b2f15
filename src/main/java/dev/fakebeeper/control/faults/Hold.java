package dev.fakebeeper.control.faults;

import dev.fakebeeper.world.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer that is held back. One thread waits on it; any may release it. What ends it ends it
 * for good; only the coming of an instant lets it wait again.
 */
public final class Hold implements AutoCloseable {
  /** Names the owner of these timers among those that parts of the fake plan. */
  static final String OWNER = "fault";

  private final HeldAnswers all;
  private final String fault;
  private final Timer.Planned timer;
  private boolean due;
  private @Nullable Release end;

  Hold(HeldAnswers all, String fault, String what) {
    this.all = all;
    this.fault = fault;
    this.timer = new Timer.Planned(OWNER, what);
  }

  /** Waits for an instant of the world's clock; not at all if that has passed. */
  public Release until(Instant instant) {
    if (isEnded()) {
      return await();
    }
    synchronized (this) {
      due = false;
    }
    all.world().run(tx -> tx.schedule(instant, timer)); // may be due at once
    var release = await();
    if (release != Release.DUE) {
      all.world().run(tx -> tx.cancel(timer));
    }
    return release;
  }

  /** Waits for its end, however long that takes. */
  public Release forever() {
    return await();
  }

  private Release await() {
    all.waiting(this);
    try {
      return awaitRelease();
    } finally {
      all.waitedEnough(this);
    }
  }

  private synchronized Release awaitRelease() {
    while (end == null && !due) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end = Release.INTERRUPTED;
      }
    }
    return end == null ? Release.DUE : end;
  }

  /** Ends it. The first reason stays. */
  public synchronized void end(Release reason) {
    if (end == null) {
      end = reason;
      notifyAll();
    }
  }

  synchronized void come() {
    due = true;
    notifyAll();
  }

  /** Whether something has ended it. */
  public synchronized boolean isEnded() {
    return end != null;
  }

  String fault() {
    return fault;
  }

  Timer.Planned timer() {
    return timer;
  }

  /** Forgets it. */
  @Override
  public void close() {
    all.forget(this);
  }
}
