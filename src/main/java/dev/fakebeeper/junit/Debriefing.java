package dev.fakebeeper.junit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    if (failure != null || !findings.isEmpty()) {
      tell(context, guest, findings, failure);
    }
  }

  /** Tells of a dynamic test that failed, while the world is as it was then. */
  static void ofDynamicTest(ExtensionContext context, Guest guest, Throwable failure) {
    if (!(failure instanceof TestAbortedException)) {
      tell(context, guest, guest.watch().seen(), failure);
    }
  }

  private static void tell(
      ExtensionContext context,
      Guest guest,
      Map<Finding, Integer> findings,
      @Nullable Throwable failure) {
    var journal = JournalExcerpt.of(guest.world());
    var report = new FailureReport(TestName.of(context), findings, journal);
    var why = failure == null ? report.findingsInWords() : failure.toString();
    var bundle = Bundles.of(context).write(guest, new FailureStory(context, guest.beeper(), why));
    context.publishReportEntry("fake-beeper.journal", journal.all());
    var error = new FindingsError(report.text(bundle));
    if (failure == null) {
      throw error;
    }
    failure.addSuppressed(error);
  }
}
