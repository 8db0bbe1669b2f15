package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** What a varied answer must be, whatever the answer was. */
public final class VariationPromise {
  private VariationPromise() {}

  /**
   * Varies a good answer and fails unless the result is what the variation promises: legal, or
   * broken at the place that was changed; and unless what was given stayed as it was.
   *
   * @return how many changes were made
   */
  public static int assertKept(
      Contract contract, Operation operation, ApiResponse good, VariationWish wish) {
    var before = JsonBody.tree(good.body()).map(Object::toString);
    var as = "%s of %s at %s".formatted(wish, operation.id(), contract.version());
    assertThat(contract.checkResponse(operation, good)).as(as).isEmpty();

    var varied = contract.vary(operation, good, wish);

    assertThat(JsonBody.tree(good.body()).map(Object::toString)).as(as).isEqualTo(before);
    if (varied.changes().isEmpty()) {
      assertThat(varied.message()).as(as).isSameAs(good);
      return 0;
    }
    assertThat(JsonBody.tree(varied.message().body()).map(Object::toString))
        .as(as)
        .isNotEqualTo(before);
    var violations = contract.checkResponse(operation, varied.message());
    if (wish.variation().keepsContract()) {
      assertThat(violations).as(as).isEmpty();
    } else if (wish.variation().mustBreak()) {
      assertThat(varied.changes()).as(as).hasSize(1);
      var changed = varied.changes().get(0).pointer();
      assertThat(violations).as(as).isNotEmpty().allMatch(found -> isAt(changed, found), changed);
    } else {
      assertThat(violations)
          .as(as)
          .allMatch(
              found -> varied.changes().stream().anyMatch(made -> isAt(made.pointer(), found)));
    }
    return varied.changes().size();
  }

  /** A value that fits no branch of a union any more is told at the union. */
  private static boolean isAt(String changed, Violation violation) {
    return violation.pointer().equals(changed)
        || (violation.kind().equals("union") && changed.startsWith(violation.pointer()));
  }
}
