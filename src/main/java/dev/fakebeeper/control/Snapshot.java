package dev.fakebeeper.control;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;

/**
 * A world as it was at one moment: its state, its pending work and its time. Taking one and going
 * back to it costs the same for ten chats and for a million messages. Immutable; it outlives its
 * world, and any number of worlds can start from it.
 */
public final class Snapshot {
  private final String world;
  private final WorldState state;
  private final Instant at;

  Snapshot(String world, WorldState state, Instant at) {
    this.world = world;
    this.state = state;
    this.at = at;
  }

  /** The name of the world that it was taken of. */
  public String world() {
    return world;
  }

  WorldState state() {
    return state;
  }

  /** The world's time at that moment. */
  public Instant at() {
    return at;
  }

  /** Two snapshots are equal when everything in them is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that && at.equals(that.at) && state.equals(that.state);
  }

  @Override
  public int hashCode() {
    return at.hashCode();
  }
}
