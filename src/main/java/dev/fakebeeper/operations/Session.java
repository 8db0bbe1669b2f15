package dev.fakebeeper.operations;

import dev.fakebeeper.world.World;

/**
 * Who calls: the world that the caller's token belongs to. Opaque to the edge, which neither reads
 * nor changes state. Immutable.
 */
public final class Session {
  private final World world;

  Session(World world) {
    this.world = world;
  }

  World world() {
    return world;
  }
}
