package dev.fakebeeper.control.coverage;

import java.nio.file.Path;
import java.util.Arrays;

/** How a report is written. */
public enum CoverageFormat {
  /** For programs; described in {@code docs/coverage-of-clients.md} and kept stable. */
  JSON(".json"),
  /** For people, in a pull request. */
  MARKDOWN(".md"),
  /** For the test report of a CI server. */
  JUNIT(".xml");

  private final String ending;

  CoverageFormat(String ending) {
    this.ending = ending;
  }

  /**
   * The format that the name of a file asks for.
   *
   * @throws IllegalArgumentException for another ending than the three
   */
  public static CoverageFormat of(Path file) {
    var name = file.toString();
    return Arrays.stream(values())
        .filter(format -> name.endsWith(format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "coverage file (%s) must end with .json, .md (Markdown) or .xml (JUnit)"
                        .formatted(file)));
  }

  /** The report in this format, with the thresholds that it is held against. */
  public String text(CoverageReport report, Thresholds thresholds) {
    return switch (this) {
      case JSON -> JsonReport.text(report, thresholds);
      case MARKDOWN -> MarkdownReport.text(report, thresholds);
      case JUNIT -> JUnitReport.text(report, thresholds);
    };
  }
}
