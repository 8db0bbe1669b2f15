package dev.fakebeeper.http;

/**
 * The server cannot listen where it was told to. The message says where, why, and how to fix it.
 */
public final class ListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ListenException(String message, Throwable cause) {
    super(message, cause);
  }
}
