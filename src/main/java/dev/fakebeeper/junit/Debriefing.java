package dev.fakebeeper.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What follows a test: the checks, and for one that failed all that helps to see why. */
final class Debriefing {
  private Debriefing() {}

  /**
   * Looks at what a guest left behind.
   *
   * @throws FindingsError when the test passed but its client did not behave
   */
  static void after(ExtensionContext context, Guest guest) {
    var failure = context.getExecutionException().orElse(null);
    if (failure instanceof TestAbortedException) {
      return;
    }
    var findings = guest.watch().findings();
    if (failure == null && findings.isEmpty()) {
      return;
    }
    var report =
        new FailureReport(TestName.of(context), findings, JournalExcerpt.of(guest.world()));
    context.publishReportEntry("fake-beeper.journal", report.journal().all());
    if (failure == null) {
      throw new FindingsError(report.text());
    }
    failure.addSuppressed(new FindingsError(report.text()));
  }
}
