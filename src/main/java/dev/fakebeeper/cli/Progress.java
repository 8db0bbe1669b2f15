package dev.fakebeeper.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntConsumer;

/** Tells every now and then how far long work is, so that nobody takes it for a halt. */
final class Progress implements IntConsumer {
  private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final int calls;
  private final PrintWriter err;
  private long told = System.nanoTime();

  Progress(int calls, PrintWriter err) {
    this.calls = calls;
    this.err = err;
  }

  @Override
  public void accept(int asked) {
    if (System.nanoTime() - told > EVERY_NANOS) {
      told = System.nanoTime();
      err.printf("fake-beeper: proving the lift, %d of %d calls%n", asked, calls);
      err.flush();
    }
  }
}
