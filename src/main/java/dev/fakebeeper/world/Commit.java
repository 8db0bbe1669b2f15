package dev.fakebeeper.world;

import java.time.Instant;
import java.util.List;

/**
 * One committed step of a world.
 *
 * @param number counts the commits of the world, from 1
 * @param at the world's time
 * @param before the state it started from
 * @param after the state it led to
 * @param changes what a client can see of it, in order; may be empty
 */
public record Commit(
    long number, Instant at, WorldState before, WorldState after, List<Change> changes) {

  /** Copies the list. */
  public Commit {
    changes = List.copyOf(changes);
  }
}
