package dev.fakebeeper.control;

import java.time.Duration;

/**
 * The server goes away and comes back, as when the app is quit and started again: while an outage
 * is on, connections are refused on the same port; those that were open are dropped when it begins,
 * sockets included. Worlds, tokens and clocks stay as they are. It is an outage for every world of
 * the server. Thread-safe.
 */
public interface Outage {

  /** Begins. When this returns, nobody is connected and nobody can connect. Again is a no-op. */
  void begin();

  /**
   * Ends. When this returns, the server answers. A no-op when none is on, or the fake is closed.
   *
   * @throws IllegalStateException when something else has taken the port meanwhile; the outage goes
   *     on
   */
  void end();

  /**
   * Begins, and ends by itself. Returns at once.
   *
   * @param span of the machine's time, because the world's clock may stand still: zero or positive
   */
  void lasting(Duration span);

  /** Whether one is on. */
  boolean isOn();
}
