package dev.fakebeeper.control.replay;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.RecordingReading;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording that worlds play, and how they do. An immutable value; worlds that share one share
 * what was read, and each plays it from its beginning.
 *
 * @param folder where the mappings of the calls are, and the bodies that stand in files
 * @param reading what could be read of the folder: its sockets, and the calls that are known by a
 *     request of their own
 * @param timing when answers to requests come
 * @param unknownStatus the status of an answer to a request that the recording does not know
 */
@RecordBuilder
public record Playback(Path folder, RecordingReading reading, Timing timing, int unknownStatus)
    implements PlaybackBuilder.With {
  private static final int NOT_FOUND = 404;

  /** When answers to requests come. */
  public enum Timing {
    /** At once. */
    AT_ONCE,
    /** As late as the app gave them. */
    AS_RECORDED
  }

  /**
   * Checks the status.
   *
   * @throws IllegalArgumentException when it is not one of an error, 400 to 599
   */
  public Playback {
    if (unknownStatus < 400 || unknownStatus > 599) {
      throw new IllegalArgumentException(
          "unknownStatus (%d) must be that of an error, 400 to 599".formatted(unknownStatus));
    }
  }

  /**
   * Reads a recording to be played with answers at once, and 404 to what is unknown. Mappings are
   * looked at when a world begins to play them.
   *
   * @throws RecordingException when the folder is no recording, or a socket of it cannot be read;
   *     the message names file and line
   */
  public static Playback read(Path folder) {
    var source = RecordingFolder.at(folder);
    if (!source.isRecording()) {
      throw new RecordingException(
          "%s is no recording: it has neither a recording.json nor a folder mappings. Give the folder that record wrote, or one of WireMock with mappings in it."
              .formatted(folder),
          null);
    }
    var reading = source.read();
    var broken =
        reading.findings().stream()
            .filter(finding -> !finding.file().startsWith("mappings/"))
            .map(String::valueOf)
            .toList();
    if (!broken.isEmpty()) {
      throw new RecordingException(
          "The recording %s cannot be replayed:%n  %s"
              .formatted(folder, String.join(System.lineSeparator() + "  ", broken)),
          null);
    }
    return new Playback(folder, reading, Timing.AT_ONCE, NOT_FOUND);
  }

  /**
   * What somebody should know before he relies on it: that it was made under another version of the
   * contract, and what of the folder is no request of its own, with file and line.
   */
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    var recorded = recording().head().contractVersion();
    var ours = Contract.bundled().documentVersion();
    if (recorded != null && !recorded.equals(ours)) {
      remarks.add(
          "The recording was made under version %s of the contract, and this is version %s: what differs between the two is told as drift. Record anew to be sure."
              .formatted(recorded, ours));
    }
    reading.findings().forEach(finding -> remarks.add("%s/%s".formatted(folder, finding)));
    return remarks;
  }

  /** Nobody compares what was read call by call. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(Object other) {
    return other instanceof Playback that
        && reading == that.reading
        && folder.equals(that.folder)
        && timing == that.timing
        && unknownStatus == that.unknownStatus;
  }

  @Override
  public int hashCode() {
    return folder.hashCode();
  }

  /** What is played. */
  public Recording recording() {
    return reading.recording();
  }
}
