package dev.fakebeeper.operations;

/** Whether a caller may call an operation. */
public sealed interface Admission {

  /** The caller may. */
  record Granted(Session session) implements Admission {}

  /** The caller may not; the error is what the vendor would say. */
  record Refused(ApiError error) implements Admission {}
}
