package dev.fakebeeper.recording.drift;

import dev.fakebeeper.recording.drift.Drift.Side;
import dev.fakebeeper.report.JUnitXml;
import dev.fakebeeper.report.JUnitXml.Case;
import dev.fakebeeper.report.JUnitXml.Suite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A report in the XML that CI servers know from JUnit. What a client did wrong is told, but no
 * failure: the recording is about the application.
 */
final class DriftJUnit {
  private DriftJUnit() {}

  static String of(DriftReport report) {
    var names = new LinkedHashSet<>(report.seen().keySet());
    report.drifts().forEach(drift -> names.add(drift.operation()));
    var suites = names.stream().map(name -> suite(name, report)).toList();
    var title = "drift from version %s of the contract".formatted(report.contractVersion());
    return JUnitXml.text(new JUnitXml.Title(title, "drift", "drift"), suites);
  }

  private static Suite suite(String operation, DriftReport report) {
    var cases = new ArrayList<Case>();
    for (var drift : report.drifts()) {
      if (drift.operation().equals(operation)) {
        cases.add(one(drift));
      }
    }
    if (cases.isEmpty()) {
      cases.add(Case.passed("as the contract says", report.seen().get(operation) + " calls"));
    }
    return new Suite(operation, List.copyOf(cases));
  }

  private static Case one(Drift drift) {
    var name = "%s %s in %s".formatted(drift.kind().text(), drift.place(), drift.part());
    return drift.side() == Side.APP
        ? Case.failed(name, drift.text())
        : Case.passed(name + " (client)", drift.text());
  }
}
