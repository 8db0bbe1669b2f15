package dev.fakebeeper.stubs;

import java.nio.file.Path;

/**
 * A stub mapping, or a wish about stubs, cannot be used. The message says where, what, why, and how
 * to mend it. Nothing of it was taken.
 */
public final class StubException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs. */
  public enum Reason {
    /** WireMock is not on the class path. */
    NO_ENGINE,
    /** A file or folder cannot be read. */
    UNREADABLE,
    /** The text is no mapping that WireMock takes. */
    MALFORMED,
    /** No operation of the contract can ever be answered by it. */
    UNREACHABLE,
    /** Its answer breaks the contract. */
    BREAKS_CONTRACT
  }

  private final String file;
  private final int line;
  private final transient Mistake mistake;

  private StubException(String message, String file, int line, Mistake mistake) {
    super(message);
    this.file = file;
    this.line = line;
    this.mistake = mistake;
  }

  /** A mistake in a mapping that stands in no file. */
  static StubException in(String mapping, Mistake mistake) {
    return at(mapping, 0, mistake);
  }

  /** A mistake in a line of a file, 0 for the file as a whole. */
  static StubException at(String file, int line, Mistake mistake) {
    var message =
        "%s%s: %s. %s. %s."
            .formatted(
                file, line > 0 ? ":" + line : "", mistake.what(), mistake.why(), mistake.fix());
    return new StubException(message, file, line, mistake);
  }

  /** Several mistakes in a folder; the message is complete. */
  static StubException in(Path folder, String message) {
    var mistake = new Mistake(Reason.MALFORMED, "", message, "", "");
    return new StubException(message, folder.toString(), 0, mistake);
  }

  Mistake mistake() {
    return mistake;
  }

  /** What is wrong. */
  public Reason reason() {
    return mistake.reason();
  }

  /** The file, or what stands in its place. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 when there is none. */
  public int line() {
    return line;
  }

  /** What is wrong, a sentence without its full stop. */
  public String what() {
    return mistake.what();
  }

  /** The rule, a sentence without its full stop. */
  public String why() {
    return mistake.why();
  }

  /** What to do, a sentence without its full stop. */
  public String fix() {
    return mistake.fix();
  }
}
