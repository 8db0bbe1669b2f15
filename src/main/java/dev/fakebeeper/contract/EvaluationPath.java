package dev.fakebeeper.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the way that the validator took through a schema. */
final class EvaluationPath {
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
  private static final Set<String> INDEXED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> DESCENDING =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "unevaluatedItems");

  private EvaluationPath() {}

  /**
   * The first oneOf or anyOf on a way.
   *
   * @param length how many steps lead to it, the keyword included
   * @param depth how many steps down into the value they lead
   */
  record Union(int length, int depth) {}

  /** The first union at or after a step of the way. */
  static Optional<Union> firstUnion(List<String> steps, int from) {
    int depth = 0;
    int i = 0;
    while (i < steps.size()) {
      var keyword = steps.get(i);
      if (i >= from && (keyword.equals("oneOf") || keyword.equals("anyOf"))) {
        return Optional.of(new Union(i + 1, depth));
      }
      if (DESCENDING.contains(keyword)) {
        depth++;
      }
      // A member name may be spelled like a keyword, so names and indexes are stepped over.
      i += NAMED.contains(keyword) || INDEXED.contains(keyword) ? 2 : 1;
    }
    return Optional.empty();
  }

  /** The place that a way leads to, empty when it takes a turn that only the validator knows. */
  static Optional<Place> follow(Place schema, List<String> steps) {
    var place = schema;
    for (var step : steps) {
      place = step.equals("$ref") ? place.reference().orElse(place) : place.child(step);
      if (!place.exists()) {
        return Optional.empty();
      }
    }
    return Optional.of(place);
  }
}
