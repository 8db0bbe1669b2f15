package dev.fakebeeper.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A command of the user, running as a process on the standard streams of this one. Thread-safe. */
final class Child {
  /** A killed process ends at once, unless the machine is very busy. */
  private static final Duration AFTER_KILL = Duration.ofSeconds(1);

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts a command.
   *
   * @param environment what is set beside the environment of this process
   * @throws IOException when there is no such program, or it cannot be run
   */
  static Child start(List<String> command, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    return new Child(builder.start());
  }

  /** Waits for the end: the exit code, 128 + n for a command that the signal n has ended. */
  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Ends the command and whatever it has started: asks first (SIGTERM), then kills what is left. A
   * descendant whose parent ended before this call is no longer known as one.
   *
   * @param patience how long they have to end by themselves
   */
  void end(Duration patience) {
    var family = family().toList();
    family.forEach(ProcessHandle::destroy);
    if (!haveEnded(family, patience)) {
      var left = Stream.concat(family.stream(), family()).distinct().toList();
      left.forEach(ProcessHandle::destroyForcibly);
      haveEnded(left, AFTER_KILL);
    }
  }

  private Stream<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  private static boolean haveEnded(List<ProcessHandle> processes, Duration within) {
    var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("the end of a process cannot fail", e);
    }
  }
}
