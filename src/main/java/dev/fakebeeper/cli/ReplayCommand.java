package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.cli.ReplayStory.Lifted;
import dev.fakebeeper.control.lift.Lift;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.replay.Playback.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: a recording on a port, as it was or lifted into a world. */
@Command(
    name = "replay",
    description =
        "Serves a recording: answers and frames of the recorded app, or with --lift the world it shows.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false)
final class ReplayCommand implements Callable<Integer> {
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){2,3}");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "<folder>", description = "What record wrote, or WireMock.")
  private Path folder = Path.of("");

  @Option(
      names = "--lift",
      description =
          "Turn the recording into a starting world, prove it, and answer what was never recorded too.")
  private boolean lift;

  @Option(names = "--timing", description = "Answer as late as the app did.")
  private boolean timing;

  @Option(
      names = "--unknown-status",
      defaultValue = "404",
      description =
          "The status for a request that is not in the recording. Default: ${DEFAULT-VALUE}")
  private int unknownStatus = 404;

  @Mixin private ListenOptions listen = new ListenOptions();

  @Mixin private FakeOptions fake = new FakeOptions();

  @Mixin private CoverageOptions coverage = new CoverageOptions();

  @Option(names = "--json", description = "Print one JSON object in place of text at the start.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    fake.startLog();
    refuseContradictions();
    var story = new ReplayStory(playback());
    var err = spec.commandLine().getErr();
    story.playback().remarks().forEach(remark -> err.println("fake-beeper: " + remark));
    if (lift) {
      serveLifted(story);
    } else {
      serve(story);
    }
    return 0;
  }

  private void serve(ReplayStory story) throws InterruptedException {
    var beeper = FakeBeeper.start(config(story, start -> start.replay(story.playback())));
    serve(beeper, json ? story.json(beeper) : story.text(beeper));
  }

  private void serveLifted(ReplayStory story) throws InterruptedException {
    var world = Lift.of(story.playback().recording());
    var config = config(story, start -> start.lifted(world));
    var lifted = Lifted.proved(story, world, config, spec.commandLine().getErr());
    var beeper = FakeBeeper.start(config);
    serve(beeper, json ? lifted.json(beeper) : lifted.text(beeper));
  }

  private void serve(FakeBeeper beeper, String greeting) throws InterruptedException {
    var command = spec.commandLine();
    new Serving(beeper, coverage, command.getErr()).untilStopped(command.getOut(), greeting);
  }

  private Playback playback() {
    try {
      return Playback.read(folder)
          .withTiming(timing ? Timing.AS_RECORDED : Timing.AT_ONCE)
          .withUnknownStatus(unknownStatus);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** As the options say, and the version of the recorded app unless they name one. */
  private FakeBeeperConfig config(
      ReplayStory story, UnaryOperator<FakeBeeperConfig.Builder> start) {
    var builder = start.apply(fake.config(this::configure).toBuilder());
    var recorded = story.playback().recording().head().desktopVersion();
    if (recorded != null && !isGiven("--api-version") && VERSION.matcher(recorded).matches()) {
      builder.apiVersion(recorded);
    }
    return builder.build();
  }

  private void configure(FakeBeeperConfig.Builder builder) {
    listen.configure(builder);
    coverage.configure(builder);
  }

  /** What the recording settles; without a world there is nothing to play a scenario in. */
  private void refuseContradictions() {
    var settled =
        lift
            ? List.of("--world", "--answers", "--timing", "--unknown-status")
            : List.of("--world", "--answers", "--scenario", "--bridges");
    for (var option : settled) {
      if (isGiven(option)) {
        throw new ParameterException(spec.commandLine(), refusal(option));
      }
    }
  }

  private String refusal(String option) {
    return lift
        ? "%s makes no sense beside --lift: the recording is the world, and the world answers. Leave one of them out."
            .formatted(option)
        : "%s makes no sense without --lift: a recording answers from itself, not from a world. Leave it out, or add --lift."
            .formatted(option);
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
