package dev.fakebeeper.operations;

import dev.fakebeeper.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: a world, and the token that opened it. Opaque to the edge, which neither reads nor
 * changes state. Thread-safe.
 */
public final class Session {
  private final World world;
  private final @Nullable String token;

  Session(World world, @Nullable String token) {
    this.world = world;
    this.token = token;
  }

  World world() {
    return world;
  }

  /** The token that opened it, null for none. */
  @Nullable String token() {
    return token;
  }

  /** The name of the world. */
  public String worldName() {
    return world.name();
  }

  /**
   * Whether the token would still be let in; a caller without a token always is. For connections
   * that outlive a call.
   */
  public boolean isStillGood() {
    if (token == null) {
      return true;
    }
    var now = world.read().tokens().get(token);
    return now != null && !now.revoked() && !now.isExpiredAt(world.now());
  }
}
