package dev.fakebeeper.contract;

import java.util.Random;

/**
 * The seed of a generated test: printed, and settable with {@code -Dfake.seed=…} to repeat a run.
 */
final class Seeds {
  private Seeds() {}

  static Random random(String test) {
    long seed = Long.getLong("fake.seed", System.nanoTime());
    System.out.println(test + ": -Dfake.seed=" + seed);
    return new Random(seed);
  }
}
