package dev.fakebeeper.contract;

import java.util.List;

/**
 * Changes that belong together, and what a wish must name to get them.
 *
 * @param place the way to the value that is meant
 * @param changes the changes
 */
record Proposal(List<String> place, List<TreeChange> changes) {

  /** A change of the value that is meant. */
  static Proposal of(TreeChange change) {
    return new Proposal(change.steps(), List.of(change));
  }

  /** All changes of some proposals. */
  static List<TreeChange> changes(List<Proposal> proposals) {
    return proposals.stream().flatMap(proposal -> proposal.changes().stream()).toList();
  }
}
