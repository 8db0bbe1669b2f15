package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Varies one JSON value: walks it beside its schemas, collects what could be changed, and makes the
 * changes that do what the wish says. Used once.
 */
final class Variations {
  private static final int MOST_LONG_TEXTS = 200;

  private final Subject subject;
  private final VariationWish wish;
  private final Proposals proposals;
  private final List<Proposal> found = new ArrayList<>();

  private Variations(Subject subject, VariationWish wish) {
    this.subject = subject;
    this.wish = wish;
    proposals = Proposals.of(wish);
  }

  /** The value as the wish wants it; a change that the wish cannot have is left out. */
  static Rewritten<JsonNode> apply(Subject subject, VariationWish wish) {
    var variations = new Variations(subject, wish);
    variations.walk(subject.root());
    return variations.rewritten(variations.chosen());
  }

  /** Nothing below a value that changes is looked at, unless only one change is made at the end. */
  private void walk(Spot spot) {
    var changed = new HashSet<List<String>>();
    for (var proposal : proposals.at(spot)) {
      if (isWanted(proposal)) {
        found.add(proposal);
        proposal.changes().forEach(change -> changed.add(change.steps()));
      }
    }
    if (changed.contains(spot.steps()) && !choosesOne()) {
      return;
    }
    for (var child : subject.children(spot)) {
      if (choosesOne() || !changed.contains(child.steps())) {
        walk(child);
      }
    }
  }

  private boolean choosesOne() {
    return wish.variation().mustBreak() && wish.members().isEmpty();
  }

  private boolean isWanted(Proposal proposal) {
    return wish.members().isEmpty()
        || wish.members().stream().anyMatch(member -> isMeant(member, proposal));
  }

  private static boolean isMeant(String member, Proposal proposal) {
    boolean isPointer = member.isEmpty() || member.startsWith("/");
    return isPointer
        ? PointerPattern.of(member).matches(proposal.place())
        : member.equals(Spot.memberName(proposal.place()));
  }

  private List<Proposal> chosen() {
    if (wish.variation().mustBreak()) {
      return choosesOne()
          ? new Trial(subject).breaking(rotated(), 1)
          : new Trial(subject).breaking(found, Integer.MAX_VALUE);
    }
    if (wish.variation().keepsContract()) {
      int most = wish.variation() == Variation.LONG_TEXT ? MOST_LONG_TEXTS : found.size();
      return new Trial(subject).harmless(found.subList(0, Math.min(most, found.size())));
    }
    return found;
  }

  /** The proposals from one on that the seed chooses. */
  private List<Proposal> rotated() {
    var rotated = new ArrayList<>(found);
    if (!found.isEmpty()) {
      Collections.rotate(rotated, new SplittableRandom(wish.seed()).nextInt(found.size()));
    }
    return rotated;
  }

  private Rewritten<JsonNode> rewritten(List<Proposal> made) {
    var changes = Proposal.changes(made);
    var unmatched =
        wish.sortedMembers().stream()
            .filter(member -> made.stream().noneMatch(proposal -> isMeant(member, proposal)))
            .toList();
    var tree = made.isEmpty() ? subject.tree() : TreeChange.applied(subject.tree(), changes);
    return new Rewritten<>(tree, changes.stream().map(TreeChange::told).toList(), unmatched);
  }
}
