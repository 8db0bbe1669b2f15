package dev.fakebeeper.events;

/** When an event that a rule delays, repeats or loses gets its {@code seq} on a connection. */
public enum Numbering {
  /**
   * When it comes by, as if nothing would happen to it: a lost event leaves a gap, copies share one
   * number, a delayed event goes out under its old one.
   */
  ON_ARRIVAL,
  /** When it goes out: the numbers that a client sees have no gap and never go back. */
  ON_DEPARTURE
}
