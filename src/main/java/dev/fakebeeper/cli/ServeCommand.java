package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description = "Where to listen; localhost means 127.0.0.1 and ::1. Default: ${DEFAULT-VALUE}")
  private String host = "localhost";

  @Option(
      names = "--port",
      defaultValue = "" + FakeBeeperConfig.DEFAULT_PORT,
      description = "The port, 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private FakeOptions fake = new FakeOptions();

  @Mixin private CoverageOptions coverage = new CoverageOptions();

  @Option(
      names = "--remote-access",
      description = "Believe the X-Forwarded-* headers of a proxy in front.")
  private boolean remoteAccess;

  @Option(
      names = "--control-token",
      description =
          "What the control API asks for. Default: nothing on loopback, else one that is printed.")
  private @Nullable String controlToken;

  @Option(names = "--json", description = "Print one JSON object in place of text at the start.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    fake.startLog();
    var beeper = FakeBeeper.start(fake.config(this::configure));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(beeper), "fake-beeper-stop"));
    var out = spec.commandLine().getOut();
    out.println(json ? Greeting.json(beeper) : Greeting.text(beeper));
    out.flush();
    new CountDownLatch(1).await(); // the signal that ends the process runs the hook
    return 0;
  }

  private void stop(FakeBeeper beeper) {
    beeper.close();
    var code =
        coverage
            .report(beeper)
            .map(report -> coverage.conclude(report, spec.commandLine().getErr()))
            .orElse(0);
    if (code != 0) {
      Runtime.getRuntime().halt(code); // in place of the code of the signal, which no hook can set
    }
  }

  private void configure(FakeBeeperConfig.Builder builder) {
    builder.host(host).port(port);
    if (controlToken != null) {
      builder.controlToken(controlToken);
    }
    coverage.configure(builder);
    if (remoteAccess) {
      builder.remoteAccess();
    }
  }
}
