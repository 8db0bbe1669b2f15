package dev.fakebeeper.junit;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which checks a test must pass.
 *
 * @param made the checks
 * @param allowed codes and names of what may happen nevertheless
 */
record Checks(Set<Check> made, Set<String> allowed) {
  static final Checks ALL = new Checks(Set.of(Check.values()), Set.of());

  /** Copies the sets. */
  Checks {
    made = Set.copyOf(made);
    allowed = Set.copyOf(allowed);
  }

  Checks only(Set<Check> wanted) {
    return new Checks(wanted, allowed);
  }

  Checks allowing(Set<String> more) {
    var all = new TreeSet<>(allowed);
    all.addAll(more);
    return new Checks(made, all);
  }

  /** Those that make sense for a class: the faults that it plans are for its tests. */
  Checks ofClass() {
    var some = EnumSet.noneOf(Check.class);
    some.addAll(made);
    some.remove(Check.FAULTS);
    return new Checks(some, allowed);
  }

  /** Whether a finding fails the test. */
  boolean object(Finding finding) {
    return made.contains(finding.check())
        && !allowed.contains(AllowViolations.ALL)
        && finding.names().stream().noneMatch(allowed::contains);
  }
}
