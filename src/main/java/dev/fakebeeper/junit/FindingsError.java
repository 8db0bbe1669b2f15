package dev.fakebeeper.junit;

/** What was found after a test. Its stack would only show JUnit's insides, so it has none. */
final class FindingsError extends AssertionError {
  private static final long serialVersionUID = 1;

  FindingsError(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
