package dev.fakebeeper.control.state;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;

/**
 * What a state file holds.
 *
 * @param world the name of the world that it was taken of
 * @param at the world's time
 * @param state everything else; without tokens where the file has none
 * @param tokens whether the file has the access tokens
 */
public record SavedWorld(String world, Instant at, WorldState state, Tokens tokens) {

  /** What becomes of access tokens, which are secrets. */
  public enum Tokens {
    /** They stand in the file. */
    WRITTEN,
    /** The file has none, nor the timers that tell of their ends. */
    LEFT_OUT
  }
}
