package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.recording.RecordingFolder.Existing;
import dev.fakebeeper.recording.redaction.RedactionRules;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a recording goes and what is kept of it.
 *
 * <pre>{@code
 * RecorderSettings.into(Path.of("recordings/inbox")).replacing()
 * }</pre>
 *
 * @param folder made when it is not there
 * @param existing what to do with a recording that is there already
 * @param redaction what may stay and what more must go
 */
public record RecorderSettings(Path folder, Existing existing, RedactionRules redaction) {

  /** A new recording, in which nothing stays that might tell of somebody. */
  public static RecorderSettings into(Path folder) {
    return new RecorderSettings(folder, Existing.REFUSE, RedactionRules.strict());
  }

  /** Goes on with the recording that is there; its pseudonyms are others than before. */
  public RecorderSettings continuing() {
    return new RecorderSettings(folder, Existing.CONTINUE, redaction);
  }

  /** Deletes the recording that is there. */
  public RecorderSettings replacing() {
    return new RecorderSettings(folder, Existing.REPLACE, redaction);
  }

  /** Keeps something that would be replaced. */
  public RecorderSettings keeping(Keep more) {
    return new RecorderSettings(folder, existing, redaction.keeping(more));
  }

  /** Takes out every match of some patterns, wherever it stands. */
  public RecorderSettings scrubbing(List<Pattern> more) {
    return new RecorderSettings(folder, existing, redaction.scrubbing(more));
  }
}
