package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.recording.recorder.RecordingStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code record}: stands in front of a real application and writes down what it says. */
@Command(
    name = "record",
    description =
        "Hands every request to a real Beeper Desktop, and records it without names, texts and tokens until it is stopped (Ctrl-C).",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false)
final class RecordCommand implements Callable<Integer> {
  static final String TOKEN_VARIABLE = "FAKE_BEEPER_UPSTREAM_TOKEN";
  private static final int PORT = FakeBeeperConfig.DEFAULT_PORT + 1;
  private static final long PROGRESS_SECONDS = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--upstream",
      defaultValue = "http://localhost:" + FakeBeeperConfig.DEFAULT_PORT,
      paramLabel = "<url>",
      description = "Where the application is. Default: ${DEFAULT-VALUE}")
  private URI upstream = URI.create("http://localhost");

  @Option(
      names = "--upstream-token",
      defaultValue = "${env:" + TOKEN_VARIABLE + ":-}",
      paramLabel = "<token>",
      description =
          "What the application wants in place of --token; better given by the environment variable "
              + TOKEN_VARIABLE
              + ". Default: clients send the application's token themselves.")
  private @Nullable String upstreamToken;

  @Mixin private RecordingOptions into = new RecordingOptions();

  @Option(
      names = "--port",
      defaultValue = "" + PORT,
      description =
          "Where clients reach the recorder, 0 for a free port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--token",
      defaultValue = FakeBeeperConfig.DEFAULT_TOKEN,
      description = "The bearer token of clients. Default: ${DEFAULT-VALUE}")
  private String token = FakeBeeperConfig.DEFAULT_TOKEN;

  @Option(names = "--contract", description = "Another OpenAPI document than the bundled one.")
  private @Nullable Path contract;

  @Option(
      names = "--fail-on-drift",
      description = "End with 11 when the application differs from the contract.")
  private boolean failOnDrift;

  @Option(
      names = "--json",
      description = "Print one JSON object at the start and one at the end, in place of text.")
  private boolean json;

  @Option(
      names = "--log",
      defaultValue = "info",
      description = "quiet, info or debug, on standard error. Default: ${DEFAULT-VALUE}")
  private LogLevel log = LogLevel.INFO;

  private final AtomicBoolean isOver = new AtomicBoolean();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    log.apply();
    var beeper = FakeBeeper.start(config());
    var hook = new Thread(() -> stopped(beeper), "fake-beeper-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    greet(beeper);
    watch(beeper.recording());
    return over(beeper).orElse(0);
  }

  private FakeBeeperConfig config() {
    try {
      var builder =
          FakeBeeperConfig.forServe().toBuilder()
              .port(port)
              .token(token)
              .world("empty")
              .record(upstream, into.settings());
      if (upstreamToken != null && !upstreamToken.isEmpty()) {
        builder.upstreamToken(upstreamToken);
      }
      if (contract != null) {
        builder.contract(contract);
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void greet(FakeBeeper beeper) {
    var writer = spec.commandLine().getOut();
    writer.println(
        json ? Greeting.json(beeper) : RecordSummary.greeting(beeper, upstream, into.folder()));
    writer.flush();
  }

  /** Until the recording ends: over the control API, or because it failed. */
  private void watch(Recorder recorder) throws InterruptedException, ExecutionException {
    var told = "";
    while (true) {
      try {
        recorder.ended().get(PROGRESS_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        told = tellProgress(recorder.status(), told);
      }
    }
  }

  private String tellProgress(RecordingStatus status, String told) {
    var line = status.line();
    if (!json && !line.equals(told)) {
      spec.commandLine().getErr().println("fake-beeper: " + line);
    }
    return line;
  }

  private void stopped(FakeBeeper beeper) {
    // in place of the code of the signal, which no hook can set
    over(beeper).ifPresent(code -> Runtime.getRuntime().halt(code));
  }

  /** Ends it and tells how it went; whoever comes second has nothing to tell. */
  private Optional<Integer> over(FakeBeeper beeper) {
    if (!isOver.compareAndSet(false, true)) {
      return Optional.empty();
    }
    beeper.close();
    var status = beeper.recording().status();
    var writer = spec.commandLine().getOut();
    writer.println(json ? status.json().toString() : RecordSummary.text(status, into.folder()));
    writer.flush();
    return Optional.of(code(status));
  }

  private int code(RecordingStatus status) {
    int code = RecordSummary.code(status);
    return code == 0 && failOnDrift && status.drift().hasDrift() ? ExitCode.DRIFT : code;
  }
}
