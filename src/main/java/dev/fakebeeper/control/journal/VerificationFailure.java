package dev.fakebeeper.control.journal;

/** An expectation that does not hold; the message says what was expected, found and nearest. */
public final class VerificationFailure extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient VerificationResult result;

  VerificationFailure(VerificationResult result) {
    super(result.text());
    this.result = result;
  }

  /** The same as a value. */
  public VerificationResult result() {
    return result;
  }
}
