package dev.fakebeeper.events;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait until the connections are as they want them. Thread-safe. */
final class SocketWatch {

  /** Something is different: whoever waits looks again. */
  synchronized void changed() {
    notifyAll();
  }

  /**
   * Waits until a condition holds.
   *
   * @return false if it did not in time
   * @throws InterruptedException when the waiting thread is interrupted
   */
  synchronized boolean await(BooleanSupplier condition, Duration timeout)
      throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      var left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
