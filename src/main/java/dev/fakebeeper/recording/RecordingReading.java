package dev.fakebeeper.recording;

import java.util.List;

/**
 * What was read of a folder.
 *
 * @param recording all that could be read
 * @param files the mapping of each call of the recording, in the same order, relative to the folder
 * @param socketFiles the file of each socket of the recording, likewise
 * @param findings what could not be read; the recording goes without it
 */
public record RecordingReading(
    Recording recording,
    List<String> files,
    List<String> socketFiles,
    List<RecordingFinding> findings) {

  /** Copies the lists. */
  public RecordingReading {
    files = List.copyOf(files);
    socketFiles = List.copyOf(socketFiles);
    findings = List.copyOf(findings);
  }
}
