package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reduces the errors of the validator to those that a person wants to read.
 *
 * <p>Two kinds of noise are known. A value that fits no branch of a oneOf or anyOf comes with the
 * errors of every branch: they become one complaint, or the errors of the branch that was clearly
 * meant. And when {@code unevaluatedProperties} is false, one wrong member makes its neighbours
 * "unevaluated" too: such an error is dropped when the schema knows the member and something else
 * is wrong there.
 */
final class NoiseFilter {
  private final Place schema;

  NoiseFilter(Place schema) {
    this.schema = schema;
  }

  /** The complaints about one value: those of single keywords first, then those of unions. */
  List<Complaint> reduce(List<SchemaError> errors) {
    var complaints = new ArrayList<Complaint>();
    reduceUnions(withoutUnevaluatedNoise(errors), 0, complaints);
    return complaints;
  }

  private List<SchemaError> withoutUnevaluatedNoise(List<SchemaError> errors) {
    var kept = new ArrayList<SchemaError>();
    for (var error : errors) {
      if (!isUnevaluated(error) || isUnknown(error) || standsAlone(error, errors)) {
        kept.add(error);
      }
    }
    return kept;
  }

  private static boolean isUnevaluated(SchemaError error) {
    return error.keyword().equals("unevaluatedProperties") && !error.member().isEmpty();
  }

  private boolean isUnknown(SchemaError error) {
    return !Shape.of(schema.document().at(error.schemaPointer())).knows(error.member());
  }

  private static boolean standsAlone(SchemaError unevaluated, List<SchemaError> errors) {
    return errors.stream()
        .noneMatch(other -> !isUnevaluated(other) && isBelow(other, unevaluated.instance()));
  }

  private static boolean isBelow(SchemaError error, List<String> instance) {
    return error.instance().size() >= instance.size()
        && error.instance().subList(0, instance.size()).equals(instance);
  }

  /** The errors of one union about one value. */
  private record UnionKey(List<String> evaluation, List<String> instance) {}

  private void reduceUnions(List<SchemaError> errors, int from, List<Complaint> result) {
    var unions = new LinkedHashMap<UnionKey, List<SchemaError>>();
    for (var error : errors) {
      var union = EvaluationPath.firstUnion(error.evaluation(), from);
      if (union.isPresent()) {
        unions.computeIfAbsent(key(error, union.get()), k -> new ArrayList<>()).add(error);
      } else {
        result.add(new Complaint.Single(error));
      }
    }
    unions.forEach((union, members) -> reduceUnion(union, members, result));
  }

  private static UnionKey key(SchemaError error, EvaluationPath.Union union) {
    int depth = Math.min(union.depth(), error.instance().size());
    return new UnionKey(
        error.evaluation().subList(0, union.length()), error.instance().subList(0, depth));
  }

  private void reduceUnion(UnionKey union, List<SchemaError> errors, List<Complaint> result) {
    int length = union.evaluation().size();
    Map<String, List<SchemaError>> branches = new TreeMap<>();
    for (var error : errors) {
      if (error.evaluation().size() > length) {
        var branch = error.evaluation().get(length);
        branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(error);
      }
    }
    var place = EvaluationPath.follow(schema, union.evaluation());
    if (place.isEmpty()) {
      errors.forEach(error -> result.add(new Complaint.Single(error)));
      return;
    }
    // A branch without errors fits: then more than one does, and none of the others was meant.
    boolean noneFits = branches.size() == place.get().node().size();
    var candidates = noneFits ? List.copyOf(branches.values()) : List.<List<SchemaError>>of();
    new MeantBranch(union.instance())
        .among(candidates)
        .ifPresentOrElse(
            meant -> reduceUnions(meant, length + 1, result),
            () -> result.add(complaint(union, errors, place.get())));
  }

  private static Complaint complaint(UnionKey union, List<SchemaError> errors, Place place) {
    return new Complaint.Union(union.instance(), value(union, errors), place);
  }

  private static JsonNode value(UnionKey union, List<SchemaError> errors) {
    return errors.stream()
        .filter(error -> error.instance().equals(union.instance()))
        .findFirst()
        .orElse(errors.get(0))
        .value();
  }
}
