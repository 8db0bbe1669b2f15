package dev.fakebeeper.junit;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.PlannedFault;
import dev.fakebeeper.control.journal.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Watches the world of a test from its beginning: what happened is known even when the test clears
 * the journal, or when the journal is off. Remembers so many findings and no more. Thread-safe.
 */
final class Watch {
  private static final int MOST = 1_000;

  private final FakeWorld world;
  private final Checks checks;
  private final Set<String> plannedBefore;
  private final Map<Long, Finding> seen = new TreeMap<>();
  private final Consumer<Entry> listener = this::note;

  private Watch(FakeWorld world, Checks checks) {
    this.world = world;
    this.checks = checks;
    this.plannedBefore =
        world.faults().list().stream().map(PlannedFault::name).collect(Collectors.toSet());
  }

  static Watch over(FakeWorld world, Checks checks) {
    var watch = new Watch(world, checks);
    world.journal().listen(watch.listener);
    return watch;
  }

  private void note(Entry entry) {
    Finding.in(entry).filter(checks::object).ifPresent(finding -> note(entry.number(), finding));
  }

  private synchronized void note(long number, Finding finding) {
    if (seen.size() < MOST) {
      seen.put(number, finding);
    }
  }

  /** What was found up to now, and what a test that has ended leaves; each with how often. */
  Map<Finding, Integer> findings() {
    var all = seen();
    later().stream().filter(checks::object).forEach(finding -> all.put(finding, 1));
    return all;
  }

  /** What was found up to now, each with how often. */
  Map<Finding, Integer> seen() {
    world.journal().entries().forEach(this::note); // a listener hears of the last one a bit late
    var all = new LinkedHashMap<Finding, Integer>();
    synchronized (this) {
      seen.values().forEach(finding -> all.merge(finding, 1, Integer::sum));
    }
    return all;
  }

  private List<Finding> later() {
    var found = new ArrayList<Finding>();
    world.faults().neverFired().stream()
        .filter(fault -> !plannedBefore.contains(fault.name()))
        .map(Finding::of)
        .forEach(found::add);
    world.scenarios().failures().stream().map(Finding::of).forEach(found::add);
    return found;
  }

  void end() {
    world.journal().forget(listener);
  }
}
