package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.worlds.StartingWorld;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a world that is opened from a scenario starts with. A world that runs already keeps its own.
 * Public only for our own packages. Immutable.
 *
 * @param world null for the one that whoever opens it chose
 * @param clock null likewise
 * @param seed null likewise
 */
public record OpeningPart(
    @Nullable StartingWorld world, @Nullable Clock clock, @Nullable Long seed) {

  /** Nothing of its own. */
  static final OpeningPart NONE = new OpeningPart(null, null, null);

  /**
   * A clock.
   *
   * @param start null for one that follows the machine
   * @param rate seconds for each second of the machine: 0 stands, 1 without a start follows it
   */
  public record Clock(@Nullable Instant start, double rate) {}
}
