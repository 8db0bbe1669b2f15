package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.recording.recorder.RecordingStatus.State;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits for it is bounded in number and bytes. After a failure it
 * goes on to take what waits, and throws it away, so that nobody waits for ever.
 */
final class RecordingThread {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingThread.class);
  private static final int MOST_WAITING = 1_000;

  /** The bytes that may wait, in units of 1 KiB: 256 MiB. */
  private static final int BUDGET = 256 * 1024;

  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Semaphore budget = new Semaphore(BUDGET);
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private final RecordingDesk desk;

  RecordingThread(RecordingDesk desk) {
    this.desk = desk;
  }

  /** Something to write. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /**
   * How it ended.
   *
   * @param at on the machine's counter of nanoseconds
   */
  record End(State state, Duration at) {}

  private record Task(int units, Work work, boolean isLast) {}

  void start() {
    var thread = new Thread(this::run, "fake-beeper-recorder");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands work over; waits for room, and does nothing once the end was asked for. */
  void submit(long bytes, Work work) {
    if (ending.get()) {
      return;
    }
    int units = (int) Math.min(BUDGET, bytes / 1024 + 1);
    budget.acquireUninterruptibly(units);
    put(new Task(units, work, false));
  }

  private void put(Task task) {
    boolean wasInterrupted = false;
    while (true) {
      try {
        tasks.put(task);
        break;
      } catch (InterruptedException e) {
        wasInterrupted = true; // a message must not be lost because its sender is in a hurry
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks for the end, once what waits is written. */
  void end() {
    if (ending.compareAndSet(false, true)) {
      put(new Task(0, desk::conclude, true));
    }
  }

  int waiting() {
    return tasks.size();
  }

  /** Done when the folder is given back. */
  CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  /** Done when nothing more is recorded. */
  CompletableFuture<End> ended() {
    return ended;
  }

  private void run() {
    boolean isLast = false;
    while (!isLast) {
      var task = nextOrEnd();
      isLast = task.isLast();
      perform(task);
      budget.release(task.units());
    }
    desk.close();
    tell(desk.failure().isEmpty() ? State.STOPPED : State.FAILED);
    closed.complete(null);
  }

  private Task nextOrEnd() {
    try {
      return tasks.take();
    } catch (InterruptedException e) {
      return new Task(0, desk::conclude, true); // nobody but the JVM's end interrupts it
    }
  }

  private void perform(Task task) {
    if (!desk.failure().isEmpty()) {
      return;
    }
    try {
      task.work().run();
    } catch (IOException e) {
      desk.fail(e);
      LOG.error(desk.failure());
      tell(State.FAILED);
    } catch (RuntimeException e) {
      desk.leaveOut(e);
    }
  }

  private void tell(State state) {
    ended.complete(new End(state, Duration.ofNanos(System.nanoTime())));
  }
}
