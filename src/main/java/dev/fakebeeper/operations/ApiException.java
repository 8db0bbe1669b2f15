package dev.fakebeeper.operations;

/** Carries an {@link ApiError} out of an operation; the one exception type for refusals. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiError error;

  /** Refuses with an error. */
  public ApiException(ApiError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  /** What the client is told. */
  public ApiError error() {
    return error;
  }
}
