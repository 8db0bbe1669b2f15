package dev.fakebeeper.junit;

/**
 * What fails a test after it has passed. All are made unless {@link FakeBeeperExtension#checks}
 * chooses; {@link AllowViolations} lets single findings pass.
 */
public enum Check {
  /**
   * A request of the client broke the contract, or a command on its event socket; or an answer of
   * the fake did, which is a bug of the fake.
   */
  CONTRACT,
  /** A request matched no operation, or is not in the recording that is played. */
  ROUTES,
  /**
   * A fault that the test planned never took a call, so what it is about was not tested. Faults
   * that were planned before the test began, by a scenario or for the class, need not.
   */
  FAULTS,
  /** A step of a scenario could not be done. */
  SCENARIOS
}
