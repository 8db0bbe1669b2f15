package dev.fakebeeper.recording;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recording on disk. Each call is a WireMock mapping, so that plain WireMock can serve a
 * recording and one of plain WireMock can be read:
 *
 * <pre>
 * recording.json                 when and of what it was made
 * mappings/0001-listChats.json   one mapping for each call, in order
 * __files/                       large and binary bodies
 * sockets/0001.jsonl             one line for the upgrade, each frame, and the end
 * drift.json                     how the app differed from the contract
 * </pre>
 *
 * Safe for use by many threads.
 */
public final class RecordingFolder {
  private final Path folder;

  private RecordingFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder, whether it is there or not. */
  public static RecordingFolder at(Path folder) {
    return new RecordingFolder(folder);
  }

  /** Whether there is something in it that {@link #read} would look at. */
  public boolean isRecording() {
    return Files.exists(folder.resolve(HeadFile.NAME))
        || Files.isDirectory(folder.resolve(FolderReading.MAPPINGS));
  }

  /**
   * Reads all that can be read; what cannot is among the findings. A mapping that means no single
   * request is such a finding: it can be served, but it is no call. The body of a multipart request
   * is empty, its parts hold it.
   */
  public RecordingReading read() {
    return new FolderReading(folder).read();
  }

  /** What to do with a recording that is there already. */
  public enum Existing {
    /** Refuse: nothing is lost by mistake. */
    REFUSE,
    /** Go on after its last call. */
    CONTINUE,
    /** Delete it, and nothing else of the folder. */
    REPLACE
  }

  /**
   * Opens the folder for a recorder; makes it when it is not there.
   *
   * @param gate sees everything before it is written
   * @param head its start is that of the whole recording, unless an older one is continued
   * @throws RecordingException when another recorder writes to it, when it holds something that may
   *     not be touched, or when it cannot be written
   */
  public RecordingWriter write(RecordingHead head, Existing existing, FileGate gate) {
    return write(head, existing, new FolderOpening.Means(Disk.REAL, gate));
  }

  RecordingWriter write(RecordingHead head, Existing existing, FolderOpening.Means means) {
    return FolderOpening.open(folder, head, existing, means);
  }
}
