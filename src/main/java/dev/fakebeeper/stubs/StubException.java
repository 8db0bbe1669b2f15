package dev.fakebeeper.stubs;

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

  private final Reason reason;

  /** A refusal whose message is complete. */
  StubException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
