package dev.fakebeeper.recording;

/**
 * Something in a folder that could not be taken for part of a recording.
 *
 * @param file relative to the folder, with {@code /}
 * @param line from 1; 0 when it is about the whole file
 * @param text what, why, and how to mend it
 */
public record RecordingFinding(String file, int line, String text) {

  /** One line for people. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + " " + text;
  }
}
