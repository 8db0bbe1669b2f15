package dev.fakebeeper.control;

import dev.fakebeeper.control.faults.FaultPlan;

/**
 * What is planned in a world beside its state. An immutable value.
 *
 * @param faults what goes wrong with HTTP
 */
record Plans(FaultPlan faults) {
  static final Plans NONE = new Plans(FaultPlan.EMPTY);
}
