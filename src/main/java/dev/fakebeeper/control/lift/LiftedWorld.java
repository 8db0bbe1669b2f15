package dev.fakebeeper.control.lift;

import dev.fakebeeper.control.worlds.StartingWorld;
import java.time.Instant;

/**
 * The world that a recording shows. Its times are those of the app: a clock that starts at {@link
 * #startsAt} sees it as the app was; one that follows the machine sees its history grow old.
 * Immutable; any number of worlds can start from it.
 */
public final class LiftedWorld {
  private final StartingWorld world;
  private final LiftReport report;
  private final Later later;

  LiftedWorld(StartingWorld world, LiftReport report, Later later) {
    this.world = world;
    this.report = report;
    this.later = later;
  }

  /** The time of the app when the recording began. */
  public Instant startsAt() {
    return report.startsAt();
  }

  /** The state, the same at whatever time it is opened. */
  public StartingWorld world() {
    return world;
  }

  /** What was seen, assumed and left out. */
  public LiftReport report() {
    return report;
  }

  Later later() {
    return later;
  }
}
