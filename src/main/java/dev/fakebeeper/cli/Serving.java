package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** A fake that is served until the process is stopped, and what is reported at its end. */
record Serving(FakeBeeper beeper, CoverageOptions coverage, PrintWriter err) {

  /**
   * Returns never: the signal that ends the process runs the end.
   *
   * @param greeting printed first
   */
  void untilStopped(PrintWriter out, String greeting) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "fake-beeper-stop"));
    out.println(greeting);
    out.flush();
    new CountDownLatch(1).await();
  }

  private void stop() {
    beeper.close();
    var code = coverage.report(beeper).map(report -> coverage.conclude(report, err)).orElse(0);
    if (code != 0) {
      Runtime.getRuntime().halt(code); // in place of the code of the signal, which no hook can set
    }
  }
}
