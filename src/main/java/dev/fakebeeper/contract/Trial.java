package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries changes of a value and sees which of them break the contract. What the value broke before
 * does not count, so that an answer may be varied twice. Not safe for use by many threads.
 */
final class Trial {
  private final Subject subject;
  private final Set<String> before = new HashSet<>();

  Trial(Subject subject) {
    this.subject = subject;
    subject.violations(subject.tree()).forEach(violation -> before.add(key(violation)));
  }

  private static String key(Violation violation) {
    return violation.kind() + " " + violation.pointer();
  }

  private boolean breaks(List<Proposal> proposals) {
    var changed = TreeChange.applied(subject.tree(), Proposal.changes(proposals));
    return subject.violations(changed).stream()
        .anyMatch(violation -> !before.contains(key(violation)));
  }

  /** As many of the proposals as can be made together without harm; halved where they do harm. */
  List<Proposal> harmless(List<Proposal> proposals) {
    var kept = new ArrayList<Proposal>();
    keep(proposals, kept);
    return kept;
  }

  private void keep(List<Proposal> wanted, List<Proposal> kept) {
    var together = new ArrayList<>(kept);
    together.addAll(wanted);
    if (wanted.isEmpty() || !breaks(together)) {
      kept.addAll(wanted);
    } else if (wanted.size() > 1) {
      int half = wanted.size() / 2;
      keep(wanted.subList(0, half), kept);
      keep(wanted.subList(half, wanted.size()), kept);
    }
  }

  /**
   * The proposals that break the contract each by itself, one for each place.
   *
   * @param most how many are wanted
   */
  List<Proposal> breaking(List<Proposal> proposals, int most) {
    var found = new ArrayList<Proposal>();
    var places = new HashSet<List<String>>();
    for (var proposal : proposals) {
      if (found.size() == most) {
        return found;
      }
      if (!places.contains(proposal.place()) && breaks(List.of(proposal))) {
        places.add(proposal.place());
        found.add(proposal);
      }
    }
    return found;
  }
}
