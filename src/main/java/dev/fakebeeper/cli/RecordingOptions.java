package dev.fakebeeper.cli;

import dev.fakebeeper.recording.recorder.RecorderSettings;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where a recording goes, and what is kept of it. */
final class RecordingOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "<folder>",
      description = "Where the recording goes; made when it is not there.")
  private Path out = Path.of("");

  @Option(names = "--continue", description = "Go on with the recording in the folder.")
  private boolean goOn;

  @Option(names = "--replace", description = "Delete the recording in the folder first.")
  private boolean replace;

  @Option(
      names = "--scrub",
      paramLabel = "<regex>",
      description = "Take out every match of this too; may be given several times.")
  private List<String> scrub = List.of();

  @Option(
      names = "--keep-text",
      description = "Keep what people write to each other, names in it included.")
  private boolean keepText;

  @Option(names = "--keep-bytes", description = "Keep the bytes of files.")
  private boolean keepBytes;

  /** The folder. */
  Path folder() {
    return out;
  }

  /**
   * @throws IllegalArgumentException when the options exclude each other, or a regex is none
   */
  RecorderSettings settings() {
    if (goOn && replace) {
      throw new IllegalArgumentException("--continue and --replace exclude each other; give one");
    }
    var settings =
        RecorderSettings.into(out).scrubbing(scrub.stream().map(Pattern::compile).toList());
    settings = keepText ? settings.keeping(Keep.TEXT) : settings;
    settings = keepBytes ? settings.keeping(Keep.BYTES) : settings;
    settings = goOn ? settings.continuing() : settings;
    return replace ? settings.replacing() : settings;
  }
}
