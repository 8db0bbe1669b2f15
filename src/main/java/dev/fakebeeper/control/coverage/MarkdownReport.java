package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Coverable.Dimension;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.coverage.CoverageReport.Kind;
import dev.fakebeeper.control.coverage.CoverageReport.Part;
import dev.fakebeeper.control.coverage.CoverageReport.Score;
import dev.fakebeeper.control.coverage.CoverageReport.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown: what a reviewer looks at first, and what is missing below folds. */
final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();
  private final CoverageReport report;

  private MarkdownReport(CoverageReport report) {
    this.report = report;
  }

  static String text(CoverageReport report, Thresholds thresholds) {
    var markdown = new MarkdownReport(report);
    markdown.addTotals(thresholds);
    markdown.addOperations();
    markdown.addUncalled();
    markdown.addMissing("Not exercised of the operations above", Kind.OPERATION);
    markdown.addMissing("Not seen in answers", Kind.SCHEMA);
    markdown.addMissing("Errors not seen", Kind.ERRORS);
    return markdown.text.toString();
  }

  private void addTotals(Thresholds thresholds) {
    line("# Coverage of the Beeper Desktop API " + report.apiVersion());
    line("");
    row("calls: " + report.calls(), "covered", "of", "percent", "wanted");
    line("| --- | ---: | ---: | ---: | --- |");
    for (var dimension : Dimension.values()) {
      var score = report.score(dimension);
      if (score.total() > 0) {
        row(
            dimension.text(),
            String.valueOf(score.covered()),
            String.valueOf(score.total()),
            Percent.text(score.percent()),
            wanted(dimension, score, thresholds));
      }
    }
  }

  private static String wanted(Dimension dimension, Score score, Thresholds thresholds) {
    var percent = thresholds.of(dimension);
    if (percent.isEmpty()) {
      return "";
    }
    var text = Percent.text(percent.getAsDouble());
    return score.reaches(percent.getAsDouble()) ? text + ", reached" : "**" + text + ", missed**";
  }

  private void addOperations() {
    heading("Operations that were called");
    row("operation", "calls", "statuses", "parameters", "values", "body", "values", "branches");
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (var subject : report.subjects(Kind.OPERATION)) {
      if (subject.isTouched()) {
        row(
            code(subject.name()),
            String.valueOf(subject.calls()),
            cell(subject, Dimension.STATUSES),
            cell(subject, Dimension.PARAMETERS),
            cell(subject, Dimension.PARAMETER_VALUES),
            cell(subject, Dimension.BODY_MEMBERS),
            cell(subject, Dimension.BODY_VALUES),
            cell(subject, Dimension.BODY_BRANCHES));
      }
    }
  }

  private static String cell(Subject subject, Dimension dimension) {
    var score = subject.part(dimension).score();
    return score.total() == 0 ? "" : score.covered() + "/" + score.total();
  }

  private void addUncalled() {
    heading("Operations that were not called");
    var byTag =
        report.subjects(Kind.OPERATION).stream()
            .filter(subject -> !subject.isTouched())
            .collect(
                Collectors.groupingBy(
                    subject -> subject.operation().map(Operation::tag).orElse(""),
                    LinkedHashMap::new,
                    Collectors.mapping(subject -> code(subject.name()), Collectors.joining(", "))));
    byTag.forEach(
        (tag, names) -> line("- " + (tag.isEmpty() ? "without a tag" : tag) + ": " + names));
  }

  private void addMissing(String summary, Kind kind) {
    var lines =
        report.subjects(kind).stream()
            .filter(subject -> kind != Kind.OPERATION || subject.isTouched())
            .flatMap(subject -> missing(subject).stream())
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    line("");
    line("<details><summary>" + summary + "</summary>");
    line("");
    lines.forEach(this::line);
    line("");
    line("</details>");
  }

  private static List<String> missing(Subject subject) {
    return subject.parts().stream()
        .filter(part -> !part.missing().isEmpty())
        .map(part -> "- %s %s: %s".formatted(code(subject.name()), words(part), names(part)))
        .toList();
  }

  private static String words(Part part) {
    return part.dimension().text().replace('-', ' ');
  }

  private static String names(Part part) {
    return part.missing().stream().map(MarkdownReport::code).collect(Collectors.joining(", "));
  }

  private void heading(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A code span that is also safe in a table; names come from any contract. */
  private static String code(String name) {
    return "`" + name.replace("`", "'").replace("|", "\\|").replaceAll("\\s", " ") + "`";
  }
}
