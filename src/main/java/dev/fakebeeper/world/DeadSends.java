package dev.fakebeeper.world;

/**
 * What becomes of a message that is sent from an account which is not connected (nobody knows what
 * the real server does; the first is the default).
 */
public enum DeadSends {
  /** It is taken, and fails so that it can be tried again. */
  FAIL_RETRIABLE(SendProfile.Ending.FAIL_RETRIABLE),
  /** It is taken, and fails for good. */
  FAIL_PERMANENT(SendProfile.Ending.FAIL_PERMANENT),
  /** The call is refused with 502. */
  REFUSED(SendProfile.Ending.REFUSED);

  private final SendProfile.Ending ending;

  DeadSends(SendProfile.Ending ending) {
    this.ending = ending;
  }

  SendProfile.Ending ending() {
    return ending;
  }
}
