package dev.fakebeeper.recording;

import dev.fakebeeper.recording.RecordingFolder.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Decides whether a recorder may write to a folder, and prepares it. */
final class FolderOpening {
  static final String DRIFT = "drift.json";

  /** All that belongs to a recording, and nothing else. */
  private static final List<String> OURS =
      List.of(
          FolderReading.MAPPINGS, StoredBodies.FILES, FolderReading.SOCKETS, DRIFT, HeadFile.NAME);

  private FolderOpening() {}

  /** What a recorder writes by. */
  record Means(Disk disk, FileGate gate) {}

  static RecordingWriter open(Path folder, RecordingHead head, Existing existing, Means means) {
    try {
      Files.createDirectories(folder);
      var lock = FolderLock.take(folder);
      try {
        return opened(new FolderWriting(folder, means.disk(), lock, means.gate()), head, existing);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot record into %s: %s. See that the folder may be written and has room."
              .formatted(folder, e),
          e);
    }
  }

  private static RecordingWriter opened(
      FolderWriting writing, RecordingHead head, Existing existing) throws IOException {
    var folder = writing.folder();
    if (isEmpty(folder)) {
      return new RecordingWriter(writing, head);
    }
    if (!Files.exists(folder.resolve(HeadFile.NAME))) {
      throw new RecordingException(
          "%s is not empty and holds no recording of ours. Record into an empty folder."
              .formatted(folder),
          null);
    }
    if (existing == Existing.REFUSE) {
      throw new RecordingException(
          "%s holds a recording already. Record into another folder, or say whether to continue (--continue) or to replace (--replace) it."
              .formatted(folder),
          null);
    }
    if (existing == Existing.CONTINUE) {
      return continued(writing, head);
    }
    deleteRecording(folder);
    return new RecordingWriter(writing, head);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> entry.endsWith(FolderLock.NAME));
    }
  }

  private static RecordingWriter continued(FolderWriting writing, RecordingHead head)
      throws IOException {
    var reading = RecordingFolder.at(writing.folder()).read();
    var old = reading.recording().head();
    // A frame or a mapping that a crash or an edit broke is left alone; the head must be known.
    for (var finding : reading.findings()) {
      if (finding.file().equals(HeadFile.NAME)) {
        throw new RecordingException(
            "%s cannot be continued: %s Mend it, or record into another folder."
                .formatted(writing.folder(), finding),
            null);
      }
    }
    if (!Objects.equals(old.contractVersion(), head.contractVersion())) {
      throw new RecordingException(
          "%s was recorded under version %s of the contract, and this is version %s. Record into another folder."
              .formatted(writing.folder(), old.contractVersion(), head.contractVersion()),
          null);
    }
    return RecordingWriter.continuing(writing, reading, head);
  }

  private static void deleteRecording(Path folder) throws IOException {
    for (var name : OURS) {
      var place = folder.resolve(name);
      if (!Files.exists(place)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(place)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
