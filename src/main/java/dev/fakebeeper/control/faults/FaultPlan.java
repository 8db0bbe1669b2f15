package dev.fakebeeper.control.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a world at one moment, in the order in which they were planned, with their counts.
 * An immutable value, which a snapshot carries along.
 */
public final class FaultPlan {
  /** No fault. */
  public static final FaultPlan EMPTY = new FaultPlan(List.of(), 0);

  private final List<PlanEntry> entries;
  private final int numbered;

  /** The plan after a call, and the fault that took the call. */
  record Step(FaultPlan next, @Nullable TakenFault taken) {}

  private FaultPlan(List<PlanEntry> entries, int numbered) {
    this.entries = List.copyOf(entries);
    this.numbered = numbered;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  List<PlanEntry> entries() {
    return entries;
  }

  Optional<PlanEntry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * This plan with one more fault at its end; one without a name gets one that is free.
   *
   * @throws IllegalArgumentException when its name is taken
   */
  FaultPlan with(Fault fault, Instant now) {
    var number = numbered;
    var name = fault.name();
    if (name != null && find(name).isPresent()) {
      throw new IllegalArgumentException(
          "a fault named \"" + name + "\" is planned already; remove it or choose another name");
    }
    while (name == null || find(name).isPresent()) {
      number++;
      name = "fault-" + number;
    }
    var more = new ArrayList<>(entries);
    more.add(PlanEntry.of(name, fault, now));
    return new FaultPlan(more, number);
  }

  /** The name of the fault that was planned last. */
  String lastName() {
    return entries.get(entries.size() - 1).name();
  }

  FaultPlan without(String name) {
    var rest = entries.stream().filter(entry -> !entry.name().equals(name)).toList();
    return new FaultPlan(rest, numbered);
  }

  /**
   * What a call leads to: every fault that it matches counts it, and the first in the order of
   * planning that would strike it takes it.
   */
  Step meet(PlanEntry.Meeting meeting) {
    var next = new ArrayList<PlanEntry>(entries.size());
    TakenFault taken = null;
    for (var entry : entries) {
      if (!entry.matches(meeting)) {
        next.add(entry);
      } else if (taken != null) {
        next.add(entry.count(meeting));
      } else {
        var met = entry.meet(meeting);
        next.add(met.next());
        taken = met.taken();
      }
    }
    return new Step(new FaultPlan(next, numbered), taken);
  }

  /** Two plans are equal when their faults and all counts are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FaultPlan that
        && entries.equals(that.entries)
        && numbered == that.numbered;
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
