package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exec}: runs a command with a fake beside it. */
@Command(
    name = "exec",
    description =
        "Runs a command with a fake beside it, whose address and token are in its environment.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false,
    showEndOfOptionsDelimiterInUsageHelp = true)
final class ExecCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "The port, 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private FakeOptions fake = new FakeOptions();

  @Mixin private CoverageOptions coverage = new CoverageOptions();

  @Option(
      names = "--fail-on-violation",
      description =
          "End with 9 when the command succeeded but broke the contract or asked for what no operation matches.")
  private boolean failOnViolation;

  @Option(names = "--json", description = "The summary at the end as one line of JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "No summary at the end.")
  private boolean quiet;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "The program and its arguments; it gets the standard streams.")
  private List<String> command = List.of();

  @Override
  public Integer call() throws InterruptedException {
    fake.startLog();
    try (var leash = new Leash()) {
      return conclude(run(leash));
    } catch (IOException e) {
      err()
          .printf(
              "fake-beeper: %s. Give the name of a program on the PATH, or the path of one; what only a shell understands needs one: exec -- sh -c '...'%n",
              e.getMessage());
      return ExitCode.CANNOT_RUN;
    }
  }

  /** When this returns, the fake has stopped too, so what was counted is final. */
  private Summary run(Leash leash) throws IOException, InterruptedException {
    var witness = new Witness();
    var beeper = FakeBeeper.start(fake.config(this::configure));
    int code;
    try (beeper) {
      beeper.worlds().each(world -> world.journal().listen(witness::note));
      code = leash.start(command, environment(beeper)).waitFor();
    }
    return new Summary(code, witness.conduct(), coverage.report(beeper));
  }

  private void configure(FakeBeeperConfig.Builder builder) {
    builder.port(port);
    coverage.configure(builder);
  }

  /** The names that the official SDKs of all versions read, and one for tests that take control. */
  private static Map<String, String> environment(FakeBeeper beeper) {
    var url = beeper.baseUri().toString();
    return Map.of(
        "BEEPER_BASE_URL",
        url,
        "BEEPER_DESKTOP_BASE_URL",
        url,
        "BEEPER_ACCESS_TOKEN",
        beeper.token(),
        "BEEPER_CONTROL_URL",
        url + "/__control");
  }

  private int conclude(Summary summary) {
    var ofCoverage = summary.coverage().map(report -> coverage.conclude(report, err())).orElse(0);
    var ofConduct = summary.exitCode() == 0 ? judge(summary.conduct()) : 0;
    if (!quiet) {
      err().println(json ? summary.json() : summary.text());
    }
    err().flush();
    return first(summary.exitCode(), ofConduct, ofCoverage);
  }

  private int judge(Conduct conduct) {
    if (!failOnViolation || conduct.faults().isEmpty()) {
      return 0;
    }
    conduct.faults().forEach(fault -> err().println("fake-beeper: " + fault));
    return ExitCode.CONTRACT_BROKEN;
  }

  /** The code of the command comes first: it failed for a reason of its own. */
  private static int first(int... codes) {
    return Arrays.stream(codes).filter(code -> code != 0).findFirst().orElse(0);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
