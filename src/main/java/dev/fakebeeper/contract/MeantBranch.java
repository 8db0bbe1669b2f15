package dev.fakebeeper.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Guesses which branch of a union the sender meant, so that its errors can be told instead of "fits
 * no branch".
 *
 * <p>A branch of another type was not meant (a string is never a bad {@code null}), nor was one
 * whose {@code const} or {@code enum} member says something else. When exactly one branch remains,
 * it was meant. The guess is wrong when the sender misspelled the distinguishing member of one
 * branch and hit that of another; the pointer of the complaint is right even then.
 */
final class MeantBranch {
  private static final Set<String> DISTINGUISHING = Set.of("const", "enum");

  private final List<String> instance;

  MeantBranch(List<String> instance) {
    this.instance = instance;
  }

  /** The errors of the branch that was meant; each list holds the errors of one branch. */
  Optional<List<SchemaError>> among(List<List<SchemaError>> branches) {
    var ofType = without(branches, this::isOfAnotherType);
    var left = ofType.size() == 1 ? ofType : without(ofType, this::isDistinguished);
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }

  private static List<List<SchemaError>> without(
      List<List<SchemaError>> branches, Predicate<SchemaError> excluding) {
    return branches.stream().filter(errors -> errors.stream().noneMatch(excluding)).toList();
  }

  private boolean isOfAnotherType(SchemaError error) {
    return error.keyword().equals("type") && error.instance().equals(instance);
  }

  private boolean isDistinguished(SchemaError error) {
    return DISTINGUISHING.contains(error.keyword())
        && error.instance().size() == instance.size() + 1
        && error.instance().subList(0, instance.size()).equals(instance);
  }
}
