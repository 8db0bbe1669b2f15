package dev.fakebeeper.recording.har;

import org.jspecify.annotations.Nullable;

/** An entry is not what the specification says; the message begins with its JSON pointer. */
final class MisreadException extends Exception {
  private static final long serialVersionUID = 1;

  MisreadException(String pointer, String what, @Nullable Throwable cause) {
    super(pointer + ": " + what + ". The entry is left out.", cause);
  }
}
