package dev.fakebeeper.recording;

/** Looks at each file, or each line that is added to one, before it is written. */
@FunctionalInterface
public interface FileGate {
  /** Lets everything through: there is nothing to hide. */
  FileGate OPEN = (file, content) -> {};

  /**
   * Throws whatever it likes when the content must not be written; nothing is written then.
   *
   * @param file relative to the recording
   * @param content all of it, or the line
   */
  void check(String file, byte[] content);
}
