package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: a fake on a port, until the process is stopped. */
@Command(
    name = "serve",
    description = "Serves the API until it is stopped (Ctrl-C).",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ListenOptions listen = new ListenOptions();

  @Mixin private FakeOptions fake = new FakeOptions();

  @Mixin private CoverageOptions coverage = new CoverageOptions();

  @Option(names = "--json", description = "Print one JSON object in place of text at the start.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    fake.startLog();
    var beeper = FakeBeeper.start(fake.config(this::configure));
    var command = spec.commandLine();
    new Serving(beeper, coverage, command.getErr())
        .untilStopped(command.getOut(), json ? Greeting.json(beeper) : Greeting.text(beeper));
    return 0;
  }

  private void configure(FakeBeeperConfig.Builder builder) {
    listen.configure(builder);
    coverage.configure(builder);
  }
}
