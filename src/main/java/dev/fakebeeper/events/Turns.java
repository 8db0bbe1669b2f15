package dev.fakebeeper.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps that run one after the other in the order in which they were asked for, on whichever thread
 * of an executor is free. Thread-safe.
 */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Executor executor;
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private boolean running;
  private boolean ended;

  Turns(Executor executor) {
    this.executor = executor;
  }

  /** Runs a step after all that were asked for before it; false once the last was asked for. */
  boolean inOrder(Runnable step) {
    return add(step, false);
  }

  /** Runs a step after all others, and none after it; false if there is a last one already. */
  boolean last(Runnable step) {
    return add(step, true);
  }

  private boolean add(Runnable step, boolean last) {
    synchronized (queue) {
      if (ended) {
        return false;
      }
      ended = last;
      queue.add(step);
      if (running) {
        return true;
      }
      running = true;
    }
    executor.execute(this::drain);
    return true;
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
      } catch (RuntimeException | Error e) {
        // One broken step must not silence the stream for good.
        LOG.error("A step of an event stream failed", e);
      }
    }
  }
}
