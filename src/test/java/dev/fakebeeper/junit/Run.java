package dev.fakebeeper.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of sample classes by JUnit itself, inside a test. */
record Run(EngineExecutionResults results) {

  static Run of(Class<?>... samples) {
    return new Run(kit(samples).execute());
  }

  /** With four threads, methods and classes at the same time. */
  static Run inParallel(Class<?>... samples) {
    return new Run(
        kit(samples)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute());
  }

  static EngineTestKit.Builder kit(Class<?>... samples) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("fakebeeper.bundles", "off")
        .selectors(
            Stream.of(samples)
                .map(sample -> selectClass(sample))
                .toArray(DiscoverySelector[]::new));
  }

  /** Every failure, of tests and of classes, in the order in which they came. */
  List<Throwable> failures() {
    return results.allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .toList();
  }

  List<String> messages() {
    return failures().stream().map(Throwable::getMessage).toList();
  }

  void succeeded(int tests) {
    Assertions.assertThat(failures()).isEmpty();
    results.testEvents().assertStatistics(events -> events.started(tests).succeeded(tests));
  }
}
