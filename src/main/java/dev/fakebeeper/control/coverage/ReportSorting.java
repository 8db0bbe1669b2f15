package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Coverable;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.contract.Hits;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.WebSocketContract;
import dev.fakebeeper.control.coverage.CoverageReport.Kind;
import dev.fakebeeper.control.coverage.CoverageReport.Part;
import dev.fakebeeper.control.coverage.CoverageReport.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts what can be exercised by what it belongs to. */
final class ReportSorting {
  private static final String ERRORS = "errors";

  private final Map<Key, Map<Dimension, Names>> found = new LinkedHashMap<>();
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Hits hits;

  private record Key(Kind kind, String name) {}

  /** The names of one dimension while they are sorted. */
  private record Names(List<String> covered, List<String> missing) {
    Names() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  ReportSorting(Contract contract, Hits hits) {
    this.hits = hits;
    contract.operations().forEach(operation -> operations.put(operation.id(), operation));
    contract
        .webSocket()
        .map(WebSocketContract::upgrade)
        .ifPresent(upgrade -> operations.put(upgrade.id(), upgrade));
  }

  void add(Coverable coverable, boolean isCovered) {
    var names =
        found
            .computeIfAbsent(key(coverable), key -> new EnumMap<>(Dimension.class))
            .computeIfAbsent(coverable.dimension(), dimension -> new Names());
    (isCovered ? names.covered() : names.missing()).add(coverable.name());
  }

  private Key key(Coverable coverable) {
    if (coverable.dimension() == Dimension.ERROR_CODES) {
      return new Key(Kind.ERRORS, ERRORS);
    }
    var isOperation = operations.containsKey(coverable.subject());
    return new Key(isOperation ? Kind.OPERATION : Kind.SCHEMA, coverable.subject());
  }

  /** Kinds one after another, each in the order of the contract. */
  List<Subject> subjects() {
    return found.entrySet().stream()
        .map(entry -> subject(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Subject::kind))
        .toList();
  }

  private Subject subject(Key key, Map<Dimension, Names> byDimension) {
    var operation = Optional.ofNullable(operations.get(key.name()));
    var parts =
        byDimension.entrySet().stream()
            .map(e -> new Part(e.getKey(), e.getValue().covered(), e.getValue().missing()))
            .toList();
    return key.kind() == Kind.OPERATION
        ? new Subject(key.kind(), key.name(), operation, hits.calls(key.name()), parts)
        : new Subject(key.kind(), key.name(), Optional.empty(), 0, parts);
  }
}
