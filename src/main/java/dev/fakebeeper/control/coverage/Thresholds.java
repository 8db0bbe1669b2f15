package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.control.coverage.CoverageReport.Score;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How much of a dimension must be exercised, in percent. An immutable value.
 *
 * @param minimum the percentage that each named dimension needs
 */
public record Thresholds(Map<Dimension, Double> minimum) {
  /** No dimension needs anything. */
  public static final Thresholds NONE = new Thresholds(Map.of());

  /** Copies the map. */
  public Thresholds {
    minimum = Map.copyOf(minimum);
  }

  /**
   * Thresholds by the names of dimensions.
   *
   * @param percents such as {@code operations} and 80
   * @throws IllegalArgumentException for a name that is no dimension, or a number that is no
   *     percentage
   */
  public static Thresholds of(Map<String, Double> percents) {
    var minimum = new EnumMap<Dimension, Double>(Dimension.class);
    percents.forEach(
        (name, percent) -> {
          require(percent >= 0 && percent <= 100, name, percent, "be 0 to 100");
          minimum.put(dimension(name), percent);
        });
    return new Thresholds(minimum);
  }

  private static Dimension dimension(String name) {
    return Dimension.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dimension of coverage (%s) must be one of %s"
                        .formatted(
                            name,
                            Arrays.stream(Dimension.values())
                                .map(Dimension::text)
                                .collect(Collectors.joining(", ")))));
  }

  private static void require(boolean holds, String name, double value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          "minimum of %s (%s) must %s".formatted(name, Percent.text(value), rule));
    }
  }

  /** What a dimension needs, empty for nothing. */
  public OptionalDouble of(Dimension dimension) {
    var percent = minimum.get(dimension);
    return percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent);
  }

  /** What a report lacks, in the order of dimensions; empty when it reaches all. */
  public List<Miss> missedBy(CoverageReport report) {
    return minimum.entrySet().stream()
        .filter(entry -> !report.score(entry.getKey()).reaches(entry.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Miss.of(entry.getKey(), entry.getValue(), report))
        .toList();
  }

  /**
   * A threshold that was not reached.
   *
   * @param wanted in percent
   * @param missing all that was not exercised, by subject and name
   */
  public record Miss(Dimension dimension, double wanted, Score score, List<String> missing) {
    private static final int MOST_TOLD = 20;

    /** Copies the list. */
    public Miss {
      missing = List.copyOf(missing);
    }

    static Miss of(Dimension dimension, double wanted, CoverageReport report) {
      var missing =
          report.subjects().stream()
              .flatMap(
                  subject ->
                      subject.part(dimension).missing().stream()
                          .map(name -> label(subject.name(), name)))
              .toList();
      return new Miss(dimension, wanted, report.score(dimension), missing);
    }

    private static String label(String subject, String name) {
      return subject.equals(name) ? name : subject + " " + name;
    }

    /** In one sentence for people, and the first of what is missing. */
    public String text() {
      var told = missing.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
      var rest = missing.size() - MOST_TOLD;
      return "Coverage of %s is %s, %s %% is wanted. Not covered: %s%s"
          .formatted(
              dimension.text(),
              score,
              Percent.text(wanted),
              told,
              rest > 0 ? ", and " + rest + " more" : "");
    }
  }
}
