package dev.fakebeeper.control.faults;

/** When a fault comes, seen from the operation that the client called. */
public enum Point {
  /** Before it is performed; nothing happens in the world. */
  BEFORE_COMMIT,
  /**
   * After it was performed: the world has changed, the client does not learn of it, and one that
   * tries again does it twice.
   */
  AFTER_COMMIT
}
