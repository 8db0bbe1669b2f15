package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.coverage.CoverageReport.Kind;
import dev.fakebeeper.control.coverage.CoverageReport.Subject;
import dev.fakebeeper.report.JUnitXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A report in the XML that CI servers know from JUnit. A suite for each tag, with its operations as
 * cases: one that was not called is skipped. A suite for the thresholds, with a case for each
 * dimension: one that is not reached has failed.
 */
final class JUnitReport {
  private static final int MOST_NAMES = 50;

  private JUnitReport() {}

  static String text(CoverageReport report, Thresholds thresholds) {
    var suites = new ArrayList<JUnitXml.Suite>();
    suites.add(thresholds(report, thresholds));
    byTag(report).forEach((tag, subjects) -> suites.add(suite(tag, subjects)));
    for (var kind : List.of(Kind.SCHEMA, Kind.ERRORS)) {
      var subjects = report.subjects(kind);
      if (!subjects.isEmpty()) {
        suites.add(suite(kind == Kind.SCHEMA ? "answers" : "errors", subjects));
      }
    }
    return JUnitXml.text(
        new JUnitXml.Title(
            "coverage of the Beeper Desktop API %s".formatted(report.apiVersion()),
            "coverage",
            "threshold"),
        suites);
  }

  private static JUnitXml.Suite thresholds(CoverageReport report, Thresholds thresholds) {
    var missed =
        thresholds.missedBy(report).stream()
            .collect(Collectors.toMap(Thresholds.Miss::dimension, Function.identity()));
    var cases =
        Arrays.stream(Dimension.values())
            .map(
                dimension ->
                    missed.containsKey(dimension)
                        ? JUnitXml.Case.failed(dimension.text(), missed.get(dimension).text())
                        : JUnitXml.Case.passed(
                            dimension.text(), report.score(dimension).toString()))
            .toList();
    return new JUnitXml.Suite("thresholds", cases);
  }

  private static Map<String, List<Subject>> byTag(CoverageReport report) {
    return report.subjects(Kind.OPERATION).stream()
        .collect(
            Collectors.groupingBy(
                subject -> subject.operation().map(Operation::tag).orElse(""),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static JUnitXml.Suite suite(String name, List<Subject> subjects) {
    var cases =
        subjects.stream()
            .map(
                subject ->
                    subject.isTouched()
                        ? JUnitXml.Case.passed(subject.name(), missing(subject))
                        : JUnitXml.Case.skipped(subject.name(), untouched(subject)))
            .toList();
    return new JUnitXml.Suite(name.isEmpty() ? "without a tag" : name, cases);
  }

  private static String untouched(Subject subject) {
    return subject.kind() == Kind.OPERATION ? "not called" : "not seen";
  }

  private static String missing(Subject subject) {
    return subject.parts().stream()
        .filter(part -> !part.missing().isEmpty())
        .map(part -> part.dimension().text() + " not covered: " + names(part.missing()))
        .collect(Collectors.joining("\n"));
  }

  private static String names(List<String> missing) {
    var told = missing.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    var rest = missing.size() - MOST_NAMES;
    return rest > 0 ? told + ", and " + rest + " more" : told;
  }
}
