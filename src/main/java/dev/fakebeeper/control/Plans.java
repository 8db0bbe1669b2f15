package dev.fakebeeper.control;

import dev.fakebeeper.control.faults.FaultPlan;
import dev.fakebeeper.control.scenarios.Playing;

/**
 * What is planned in a world beside its state. An immutable value.
 *
 * @param faults what goes wrong with HTTP
 * @param scenarios which are played, and how far they are
 */
record Plans(FaultPlan faults, Playing scenarios) {
  static final Plans NONE = new Plans(FaultPlan.EMPTY, Playing.NOTHING);
}
