package dev.fakebeeper.cli;

import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.har.HarReader;
import dev.fakebeeper.recording.har.HarReading;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: an HTTP archive as a recording, redacted as {@code record} does it. */
@Command(
    name = "import",
    description =
        "Makes a recording of an HTTP archive (HAR 1.2) that a browser or a proxy saved, without names, texts and tokens.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false,
    sortSynopsis = false)
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "<file>", description = "The archive, such as session.har.")
  private Path file = Path.of("");

  @Mixin private RecordingOptions into = new RecordingOptions();

  @Option(
      names = "--origin",
      paramLabel = "<url>",
      description =
          "Whose entries to take, such as http://localhost:23373. Default: that of which most are calls of the API.")
  private @Nullable String origin;

  @Option(names = "--json", description = "Print one JSON object in place of text.")
  private boolean json;

  @Override
  public Integer call() {
    var settings = settings();
    var reading = reading();
    var err = spec.commandLine().getErr();
    reading.findings().forEach(finding -> err.println("fake-beeper: " + finding));
    var names = OriginRewriting.of(List.of(URI.create(reading.origin())), OriginRewriting.RECORDED);
    var recording = reading.recording();
    try (var recorder = Recorder.start(settings, recording.head().startedAt())) {
      recording.calls().forEach(call -> recorder.add(call, names));
      recording.sockets().forEach(socket -> recorder.add(socket, names));
      var status = recorder.stop();
      var out = spec.commandLine().getOut();
      out.println(
          json
              ? status.json().put("otherHosts", reading.otherHosts()).toString()
              : RecordSummary.text(status, into.folder())
                  + "%d entries were of other hosts.".formatted(reading.otherHosts()));
      out.flush();
      return RecordSummary.code(status);
    }
  }

  private RecorderSettings settings() {
    try {
      return into.settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private HarReading reading() {
    try {
      return HarReader.read(file, origin);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--origin: %s".formatted(e.getMessage()), e);
    }
  }
}
