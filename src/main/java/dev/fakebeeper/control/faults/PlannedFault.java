package dev.fakebeeper.control.faults;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fault in the plan of a world, and what it has done so far. Looks at the plan each time it is
 * asked; the counts of one that is not planned any more are 0. Thread-safe.
 */
public final class PlannedFault {
  private final Faults faults;
  private final String name;
  private final Fault fault;

  PlannedFault(Faults faults, String name, Fault fault) {
    this.faults = faults;
    this.name = name;
    this.fault = fault;
  }

  /** Its name, unique in its world. */
  public String name() {
    return name;
  }

  /** What was planned. */
  public Fault fault() {
    return fault;
  }

  /** Whether it is still in the plan. */
  public boolean isPlanned() {
    return entry().isPresent();
  }

  /** How many calls matched, whether or not it took them. */
  public long matched() {
    return entry().map(PlanEntry::matched).orElse(0L);
  }

  /** How many calls it took. */
  public long fired() {
    return entry().map(PlanEntry::fired).orElse(0L);
  }

  /** How many more calls it can take; empty for no end. */
  public OptionalLong remaining() {
    return entry().map(PlanEntry::remaining).orElse(OptionalLong.of(0));
  }

  /** Takes it out of the plan and lets go what it holds. Again is a no-op. */
  public void remove() {
    faults.remove(name);
  }

  private Optional<PlanEntry> entry() {
    return faults.find(name);
  }

  /** For people: its name, what it does to which calls, and its counts. */
  @Override
  public String toString() {
    return "\"%s\" (%s): matched %d calls, took %d"
        .formatted(name, fault.trigger().describe(), matched(), fired());
  }
}
