package dev.fakebeeper.contract;

import java.util.List;
import java.util.Set;

/**
 * What is to be changed in an answer.
 *
 * @param variation the way to change it
 * @param members where: names such as {@code type}, which match a member, or the items of an array
 *     of that name, at any depth; or JSON pointers in which a star stands for any one step; empty
 *     for wherever it is possible. Meant is the value that changes: for {@link
 *     Variation#EXTRA_MEMBERS} the object that gets one, for {@link
 *     Variation#EMPTY_PAGE_WITH_CURSOR} the page
 * @param seed decides whatever is left to choose: the same answer, wish and seed give the same
 *     result
 */
public record VariationWish(Variation variation, Set<String> members, long seed) {

  /** Copies the set. */
  public VariationWish {
    members = Set.copyOf(members);
  }

  /** A variation wherever it is possible. */
  public static VariationWish of(Variation variation, long seed) {
    return new VariationWish(variation, Set.of(), seed);
  }

  /** The names and pointers in a lasting order. */
  List<String> sortedMembers() {
    return members.stream().sorted().toList();
  }

  /** The same at these names and pointers only. */
  public VariationWish at(String... namesAndPointers) {
    return new VariationWish(variation, Set.of(namesAndPointers), seed);
  }
}
