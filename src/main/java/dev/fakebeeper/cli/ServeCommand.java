package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
  /** Where answers come from. */
  enum Source {
    STATEFUL,
    EXAMPLES
  }

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

  @Option(
      names = "--token",
      defaultValue = FakeBeeperConfig.DEFAULT_TOKEN,
      description = "The bearer token that clients send. Default: ${DEFAULT-VALUE}")
  private String token = FakeBeeperConfig.DEFAULT_TOKEN;

  @Option(
      names = "--world",
      defaultValue = FakeBeeperConfig.DEFAULT_WORLD,
      description = "The starting world: a name or a file. Default: ${DEFAULT-VALUE}")
  private String world = FakeBeeperConfig.DEFAULT_WORLD;

  @Option(names = "--contract", description = "Another OpenAPI document than the bundled one.")
  private @Nullable Path contract;

  @Option(
      names = "--api-version",
      defaultValue = "latest",
      description = "The Beeper Desktop version to be, such as 4.2.808. Default: ${DEFAULT-VALUE}")
  private String apiVersion = "latest";

  @Option(
      names = "--answers",
      defaultValue = "stateful",
      description =
          "stateful, or examples: any token, any id, always the example. Default: ${DEFAULT-VALUE}")
  private Source answers = Source.STATEFUL;

  @Option(
      names = "--strict",
      description = "Refuse parameters and members that the contract does not know.")
  private boolean strict;

  @Option(
      names = "--refuse-old-form",
      split = ",",
      paramLabel = "<form>",
      description =
          "Old forms of requests that are not accepted: reminder-milliseconds, reaction-key-in-query, chat-mode-start.")
  private List<String> refusedOldForms = List.of();

  @Option(
      names = "--remote-access",
      description = "Believe the X-Forwarded-* headers of a proxy in front.")
  private boolean remoteAccess;

  @Option(
      names = "--log",
      defaultValue = "info",
      description = "quiet, info or debug. Default: ${DEFAULT-VALUE}")
  private LogLevel log = LogLevel.INFO;

  @Option(names = "--json", description = "Print one JSON object in place of text at the start.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    log.apply();
    var beeper = FakeBeeper.start(config());
    Runtime.getRuntime().addShutdownHook(new Thread(beeper::close, "fake-beeper-stop"));
    var out = spec.commandLine().getOut();
    out.println(json ? Greeting.json(beeper) : Greeting.text(beeper));
    out.flush();
    new CountDownLatch(1).await(); // the signal that ends the process runs the hook
    return 0;
  }

  private FakeBeeperConfig config() {
    try {
      var builder =
          FakeBeeperConfig.forServe().toBuilder()
              .host(host)
              .port(port)
              .token(token)
              .world(world)
              .apiVersion(apiVersion)
              .refuseOldForms(refusedOldForms);
      if (contract != null) {
        builder.contract(contract);
      }
      if (answers == Source.EXAMPLES) {
        builder.examples();
      }
      if (strict) {
        builder.strict();
      }
      if (remoteAccess) {
        builder.remoteAccess();
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
