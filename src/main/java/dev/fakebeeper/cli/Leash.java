package dev.fakebeeper.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ties a command to this process: when this one is told to end, the command ends first, and its
 * starter may finish what it has begun.
 */
final class Leash implements AutoCloseable {
  /** Shorter than what container runtimes wait before they kill this process too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration FINISHING = Duration.ofSeconds(10);

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::pull, "fake-beeper-stop");
  private @Nullable Child child;
  private boolean pulled;

  Leash() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts the command.
   *
   * @throws IOException when it cannot be run, or this process is ending
   */
  synchronized Child start(List<String> command, Map<String, String> environment)
      throws IOException {
    if (pulled) {
      throw new IOException("Cannot run " + command.get(0) + ": fake-beeper is being stopped");
    }
    var started = Child.start(command, environment);
    child = started;
    return started;
  }

  private void pull() {
    var running = childToEnd();
    if (running != null) {
      running.end(PATIENCE);
    }
    try {
      finished.await(FINISHING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Child childToEnd() {
    pulled = true;
    return child;
  }

  /** The command has ended, and so has all that comes after it. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, which is what the hook waits for.
    }
  }
}
