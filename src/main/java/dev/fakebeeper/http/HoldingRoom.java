package dev.fakebeeper.http;

import java.util.concurrent.Semaphore;

/**
 * How many answers may be held back at once. Each holds a thread of the server, which has more, so
 * that others are answered meanwhile. Thread-safe.
 */
final class HoldingRoom {
  private static final int PLACES = 150;

  private final Semaphore places = new Semaphore(PLACES);

  /** Takes a place; false when there is none. */
  boolean enter() {
    return places.tryAcquire();
  }

  /** Gives a place back. */
  void leave() {
    places.release();
  }

  /** Why an answer was not held. */
  static String refusal() {
    return " It did not, because %d answers are held back already.".formatted(PLACES);
  }
}
