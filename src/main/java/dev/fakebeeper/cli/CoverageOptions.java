package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.coverage.CoverageFile;
import dev.fakebeeper.control.coverage.CoverageReport;
import dev.fakebeeper.control.coverage.Thresholds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options about what of the contract the clients exercise. */
final class CoverageOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private @Nullable CoverageFile file;
  private Thresholds thresholds = Thresholds.NONE;

  @Option(
      names = "--coverage",
      paramLabel = "<file>",
      description =
          "Write at the end what of the contract was exercised; .json, .md or .xml (JUnit).")
  void file(Path path) {
    try {
      file = CoverageFile.at(path);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  @Option(
      names = "--coverage-min",
      split = ",",
      paramLabel = "<dimension>=<percent>",
      description = "What must be exercised, such as operations=80; else end with 8.")
  void minimum(Map<String, Double> percents) {
    try {
      thresholds = Thresholds.of(percents);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private boolean isOn() {
    return file != null || !thresholds.equals(Thresholds.NONE);
  }

  void configure(FakeBeeperConfig.Builder builder) {
    if (isOn()) {
      builder.coverage();
    }
  }

  /** What was exercised, if somebody wants to know. */
  Optional<CoverageReport> report(FakeBeeper beeper) {
    return isOn() ? Optional.of(beeper.coverage().report()) : Optional.empty();
  }

  /**
   * Writes the report and holds it against the thresholds.
   *
   * @return the code to end with: 0 when all is well
   */
  int conclude(CoverageReport report, PrintWriter err) {
    var isWritten = isWritten(report, err);
    var missed = thresholds.missedBy(report);
    missed.forEach(miss -> err.println("fake-beeper: " + miss.text()));
    return isWritten && missed.isEmpty() ? 0 : ExitCode.COVERAGE_MISSED;
  }

  private boolean isWritten(CoverageReport report, PrintWriter err) {
    try {
      if (file != null) {
        file.write(report, thresholds);
      }
      return true;
    } catch (IOException e) {
      err.printf(
          "fake-beeper: Cannot write the coverage file: %s. See that its folder is there and has room.%n",
          e);
      return false;
    }
  }
}
