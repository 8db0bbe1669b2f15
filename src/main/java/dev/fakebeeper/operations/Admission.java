package dev.fakebeeper.operations;

/** Whether a caller may call an operation. */
public sealed interface Admission {

  /** The caller may. */
  record Granted(Session session) implements Admission {}

  /**
   * The caller may not.
   *
   * @param error what the vendor would say
   * @param why what the developer should know and do; never the secret itself
   */
  record Refused(ApiError error, String why) implements Admission {}
}
