package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;

/** A world that can begin at any time. Immutable and safe for many threads. */
@FunctionalInterface
public interface StartingWorld {

  /**
   * The state at the beginning. The same arguments give equal states.
   *
   * @param now the time on the world's clock, to which the times of the world are relative
   * @param seed makes the opaque ids
   */
  WorldState at(Instant now, long seed);
}
