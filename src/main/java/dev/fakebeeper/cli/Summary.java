package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.coverage.CoverageReport;
import java.util.Optional;

/**
 * How a command went that a fake stood beside.
 *
 * @param exitCode that of the command
 * @param conduct what it asked the fake
 * @param coverage what of the contract it exercised, if that was counted
 */
record Summary(int exitCode, Conduct conduct, Optional<CoverageReport> coverage) {

  /** One line for people. */
  String text() {
    var text = new StringBuilder("fake-beeper: ").append(conduct.inWords());
    coverage.ifPresent(report -> text.append("; coverage: ").append(report.inShort()));
    if (exitCode != 0) {
      text.append("; the command ended with ").append(exitCode);
    }
    return text.toString();
  }

  /** One line for programs: one object. */
  String json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("exitCode", exitCode);
    json.put("requests", conduct.requests());
    json.put("violations", conduct.violations());
    json.put("unmatched", conduct.unmatched());
    conduct.complaints().forEach(json.putArray("complaints")::add);
    coverage.ifPresent(report -> addScores(json.putObject("coverage"), report));
    return json.toString();
  }

  private static void addScores(ObjectNode json, CoverageReport report) {
    report
        .scores()
        .forEach(
            (dimension, score) -> {
              var one = json.putObject(dimension);
              one.put("covered", score.covered());
              one.put("total", score.total());
              one.put("percent", score.percent());
            });
  }
}
