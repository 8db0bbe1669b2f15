package dev.fakebeeper;

import org.jspecify.annotations.Nullable;

/**
 * A fake could not be started. The message says what is wrong, why, and how to fix it; the reason
 * is for programs.
 */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kept a fake from starting. */
  public enum Reason {
    /** A setting has a value that cannot be used. */
    WRONG_SETTING,
    /** The port is taken, or the host is not one of this machine. */
    CANNOT_LISTEN,
    /** The contract document cannot be read. */
    DOCUMENT_UNREADABLE,
    /** The contract document is not a usable OpenAPI document. */
    DOCUMENT_INVALID,
    /** No starting world has that name, and no file that path. */
    UNKNOWN_WORLD,
    /** The file of the starting world has a mistake. */
    WORLD_INVALID,
    /** A stub mapping has a mistake, or cannot be used without WireMock. */
    STUBS_INVALID,
    /** The folder cannot be recorded into, or WireMock is not on the class path. */
    CANNOT_RECORD
  }

  private final Reason reason;

  StartException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kept the fake from starting. */
  public Reason reason() {
    return reason;
  }
}
