package dev.fakebeeper.control.faults;

/** Why an answer is held no longer. */
public enum Release {
  /** The time has come. */
  DUE,
  /** The fault was taken out of the plan. */
  FAULT_REMOVED,
  /** The world went back to another state, in which this call was never made. */
  WORLD_REPLACED,
  /** The world is closed. */
  WORLD_CLOSED,
  /** Nobody is there to get it. */
  CLIENT_GONE,
  /** The server stops. */
  INTERRUPTED
}
