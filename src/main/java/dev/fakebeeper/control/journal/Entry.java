package dev.fakebeeper.control.journal;

import java.time.Instant;

/**
 * One thing that happened between a world and its clients, or that was to happen and did not. An
 * immutable value.
 */
public sealed interface Entry permits Exchange, SocketEvent, Incident {

  /** Its place in the world's journal: 1 for the first, without gaps, never used again. */
  long number();

  /** When, on the world's clock. */
  Instant at();

  /** The name of the world. */
  String world();

  /**
   * It in one line for people, without secrets: number, what was asked and answered or what the
   * socket did, and what the developer was told.
   */
  default String line() {
    var line = Show.line(this);
    return this instanceof Exchange exchange
        ? exchange.told().map(told -> line + " " + told).orElse(line)
        : line;
  }
}
