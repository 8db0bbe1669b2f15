package dev.fakebeeper.recording.drift;

import dev.fakebeeper.recording.drift.Drift.Side;
import java.util.List;

/** A report for people. */
final class DriftText {
  private DriftText() {}

  static String of(DriftReport report) {
    var text = new StringBuilder();
    text.append(
        "%d calls of %d operations and %d frames held against version %s of the contract.%n"
            .formatted(
                report.calls(), report.seen().size(), report.frames(), report.contractVersion()));
    var recorded = report.recordedVersion();
    if (recorded != null && !recorded.equals(report.contractVersion())) {
      text.append("They were recorded under version %s of it.%n".formatted(recorded));
    }
    add(text, "The app differs from the contract:", report.of(Side.APP));
    add(text, "The client differs from the contract:", report.of(Side.CLIENT));
    if (report.more() > 0) {
      text.append("And %d more differences.%n".formatted(report.more()));
    }
    if (!report.hasDrift()) {
      text.append(verdict(report)).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String verdict(DriftReport report) {
    return report.calls() + report.frames() == 0
        ? "So this says nothing about the app."
        : "The app does as the contract says.";
  }

  private static void add(StringBuilder text, String heading, List<Drift> drifts) {
    if (drifts.isEmpty()) {
      return;
    }
    text.append(heading).append(System.lineSeparator());
    for (var operation : drifts.stream().map(Drift::operation).distinct().toList()) {
      text.append("  ").append(operation).append(System.lineSeparator());
      drifts.stream()
          .filter(drift -> drift.operation().equals(operation))
          .forEach(drift -> text.append("    %s%n".formatted(drift.text())));
    }
  }
}
