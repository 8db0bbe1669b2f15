package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.bundle.Bundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay-bundle}: the world of a test that failed, as it was then. */
@Command(
    name = "replay-bundle",
    description = "Serves the world of a failed test at the instant of its failure.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false)
final class ReplayBundleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "<file>",
      description = "The bundle, such as target/fake-beeper/InboxTest.shows_it-1.zip.")
  private Path file = Path.of("");

  @Option(
      names = "--port",
      defaultValue = "" + FakeBeeperConfig.DEFAULT_PORT,
      description = "The port, 0 for a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--token",
      defaultValue = FakeBeeperConfig.DEFAULT_TOKEN,
      description = "The bearer token that opens the world now. Default: ${DEFAULT-VALUE}")
  private String token = FakeBeeperConfig.DEFAULT_TOKEN;

  @Option(names = "--json", description = "Print one JSON object in place of text at the start.")
  private boolean json;

  @Option(
      names = "--log",
      defaultValue = "info",
      description = "quiet, info or debug, on standard error. Default: ${DEFAULT-VALUE}")
  private LogLevel log = LogLevel.INFO;

  @Override
  public Integer call() throws InterruptedException {
    log.apply();
    var bundle = Bundle.read(file);
    var beeper = FakeBeeper.start(config(bundle));
    Runtime.getRuntime().addShutdownHook(new Thread(beeper::close, "fake-beeper-stop"));
    bundle.restoreInto(beeper.world());
    var out = spec.commandLine().getOut();
    out.println(json ? Greeting.json(beeper) : Greeting.text(beeper, story(bundle)));
    out.flush();
    new CountDownLatch(1).await(); // the signal that ends the process runs the hook
    return 0;
  }

  private FakeBeeperConfig config(Bundle bundle) {
    var config =
        FakeBeeperConfig.forTests().toBuilder()
            .port(port)
            .token(token)
            .world("empty")
            .frozenAt(bundle.at());
    bundle.about("apiVersion").ifPresent(config::apiVersion);
    if (bundle.about("strict").filter("true"::equals).isPresent()) {
      config.strict();
    }
    return config.build();
  }

  private static String story(Bundle bundle) {
    return "%s at %s, when it failed:%n           %s"
        .formatted(
            bundle.about("test").orElse("a test"),
            bundle.at(),
            bundle
                .about("failure")
                .orElse("(nobody wrote down why)")
                .replace("\n", "\n           "));
  }
}
