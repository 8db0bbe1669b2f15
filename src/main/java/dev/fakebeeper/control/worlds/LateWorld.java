package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A world whose file is read when it is first needed, and once. Thread-safe. */
final class LateWorld implements StartingWorld {
  private final Supplier<StartingWorld> reader;
  private @Nullable StartingWorld read;

  LateWorld(Supplier<StartingWorld> reader) {
    this.reader = reader;
  }

  @Override
  public WorldState at(Instant now, long seed) {
    return world().at(now, seed);
  }

  private synchronized StartingWorld world() {
    if (read == null) {
      read = new Remembered(reader.get());
    }
    return read;
  }
}
