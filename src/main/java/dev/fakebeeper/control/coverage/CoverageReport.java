package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Coverable;
import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.contract.Coverables;
import dev.fakebeeper.contract.Hits;
import dev.fakebeeper.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a contract was exercised. An immutable value.
 *
 * @param apiVersion the version of the contract
 * @param subjects what can be exercised: the operations in the order of the contract, then the
 *     schemas of answers, then the codes of errors
 */
public record CoverageReport(String apiVersion, List<Subject> subjects) {

  /** Copies the list. */
  public CoverageReport {
    subjects = List.copyOf(subjects);
  }

  /** What a subject is. */
  public enum Kind {
    /** An operation, or the upgrade to the WebSocket. */
    OPERATION,
    /** A schema that answers and events show. */
    SCHEMA,
    /** The codes of errors. */
    ERRORS
  }

  /**
   * An operation, a schema, or the codes of errors, with what can be exercised of it.
   *
   * @param name the operationId or the name of the schema
   * @param operation of an operation only
   * @param calls how often an operation was called, 0 for the rest
   * @param parts what there is of it, without dimensions that it lacks
   */
  public record Subject(
      Kind kind, String name, Optional<Operation> operation, long calls, List<Part> parts) {

    /** Copies the list. */
    public Subject {
      parts = List.copyOf(parts);
    }

    /** What it has in a dimension; nothing is covered of nothing when it has none. */
    public Part part(Dimension dimension) {
      return parts.stream()
          .filter(part -> part.dimension() == dimension)
          .findFirst()
          .orElseGet(() -> new Part(dimension, List.of(), List.of()));
    }

    /** Whether anything of it was exercised. */
    public boolean isTouched() {
      return parts.stream().anyMatch(part -> !part.covered().isEmpty());
    }
  }

  /**
   * What a subject has in one dimension, in the order of the contract.
   *
   * @param covered the names of what was exercised
   * @param missing the names of what was not
   */
  public record Part(Dimension dimension, List<String> covered, List<String> missing) {

    /** Copies the lists. */
    public Part {
      covered = List.copyOf(covered);
      missing = List.copyOf(missing);
    }

    /** In numbers. */
    public Score score() {
      return new Score(covered.size(), covered.size() + missing.size());
    }
  }

  /** How much was exercised of how much there is. */
  public record Score(int covered, int total) {

    /** In percent, with one decimal, never rounded up: 100 is all, and all of nothing is 100. */
    public double percent() {
      return total == 0 ? 100 : Math.floor(1_000.0 * covered / total) / 10;
    }

    /** Whether it is at least so many percent, without rounding. */
    public boolean reaches(double percent) {
      return 100.0 * covered >= percent * total;
    }

    Score plus(Score other) {
      return new Score(covered + other.covered, total + other.total);
    }

    @Override
    public String toString() {
      return "%d of %d (%s %%)".formatted(covered, total, Percent.text(percent()));
    }
  }

  /** The sum of a dimension over all subjects. */
  public Score score(Dimension dimension) {
    return subjects.stream()
        .map(subject -> subject.part(dimension).score())
        .reduce(new Score(0, 0), Score::plus);
  }

  /** The sums by the names of the dimensions, in their order. */
  public Map<String, Score> scores() {
    var scores = new LinkedHashMap<String, Score>();
    for (var dimension : Dimension.values()) {
      scores.put(dimension.text(), score(dimension));
    }
    return scores;
  }

  /** The percentages of the dimensions in one line, those without anything to cover left out. */
  public String inShort() {
    return scores().entrySet().stream()
        .filter(entry -> entry.getValue().total() > 0)
        .map(entry -> entry.getKey() + " " + Percent.text(entry.getValue().percent()) + " %")
        .collect(Collectors.joining(", "));
  }

  /** The subjects of a kind, in order. */
  public List<Subject> subjects(Kind kind) {
    return subjects.stream().filter(subject -> subject.kind() == kind).toList();
  }

  /** How often operations were called. */
  public long calls() {
    return subjects.stream().mapToLong(Subject::calls).sum();
  }

  static CoverageReport of(Contract contract, Coverables coverables, Hits hits) {
    var sorting = new ReportSorting(contract, hits);
    List<Coverable> all = coverables.all();
    for (int i = 0; i < all.size(); i++) {
      sorting.add(all.get(i), hits.has(i));
    }
    return new CoverageReport(contract.version().toString(), sorting.subjects());
  }
}
