package dev.fakebeeper.cli;

import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.har.HarWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a recording as an HTTP archive. */
@Command(
    name = "export",
    description =
        "Writes a recording as an HTTP archive (HAR 1.2), for browsers' developer tools and other viewers.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "<folder>", description = "What record wrote, or WireMock.")
  private Path folder = Path.of("");

  @Option(
      names = "--har",
      required = true,
      paramLabel = "<file>",
      description = "The archive; one that is there is replaced.")
  private Path har = Path.of("");

  @Override
  public Integer call() {
    var source = RecordingFolder.at(folder);
    if (!source.isRecording()) {
      throw new RecordingException(
          "%s is no recording: it has neither recording.json nor mappings/. Give a folder that record wrote."
              .formatted(folder),
          null);
    }
    var reading = source.read();
    var err = spec.commandLine().getErr();
    reading.findings().forEach(finding -> err.println("fake-beeper: " + finding));
    try (var out = Files.newOutputStream(har)) {
      HarWriter.write(reading.recording(), out);
    } catch (IOException e) {
      throw new RecordingException(
          "%s cannot be written: %s. Give another file.".formatted(har, e), e);
    }
    var out = spec.commandLine().getOut();
    out.printf(
        "%d calls and %d sockets are in %s%n",
        reading.recording().calls().size(), reading.recording().sockets().size(), har);
    out.flush();
    return 0;
  }
}
