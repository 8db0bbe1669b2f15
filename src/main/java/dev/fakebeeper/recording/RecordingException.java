package dev.fakebeeper.recording;

import org.jspecify.annotations.Nullable;

/** A recording cannot be made or read; the message says what, why, and how to mend it. */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal, with what caused it if that was another failure. */
  public RecordingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
