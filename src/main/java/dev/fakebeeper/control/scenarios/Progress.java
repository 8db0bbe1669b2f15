package dev.fakebeeper.control.scenarios;

import java.util.function.UnaryOperator;

/**
 * What is played in a world at present. Thread-safe; changes are pure functions, run one after the
 * other under a short lock.
 */
final class Progress {
  private volatile Playing playing = Playing.NOTHING;

  Playing now() {
    return playing;
  }

  synchronized void set(Playing other) {
    playing = other;
  }

  /** Returns what came of it. */
  synchronized Playing change(UnaryOperator<Playing> change) {
    playing = change.apply(playing);
    return playing;
  }

  /** Changes one scenario, if it is loaded still. */
  void change(String name, UnaryOperator<Loaded> change) {
    change(now -> now.change(name, change));
  }
}
