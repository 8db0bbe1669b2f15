package dev.fakebeeper.control.journal;

/**
 * The stable names of what can go wrong with an exchange. Each has a section in {@code
 * docs/errors.md} whose example a test plays.
 */
public enum DiagnosisCode {
  /** No operation has this path. */
  ROUTE_UNKNOWN,
  /** The path exists, the method does not. */
  METHOD_UNKNOWN,
  /** The token is missing, wrong, expired or too weak. */
  TOKEN_REFUSED,
  /** The request breaks the contract. */
  REQUEST_INVALID,
  /** The request has something that the real server ignores. */
  REQUEST_WARNING,
  /** The operation itself refused: something is not there, or clashes with the state. */
  OPERATION_REFUSED,
  /** The body is larger than the limit. */
  BODY_TOO_LARGE,
  /** The body calls itself multipart but cannot be taken apart. */
  MULTIPART_BROKEN,
  /** The bytes are not HTTP, or the head of the request is too large. */
  HTTP_BROKEN,
  /** A browser page from another machine asked. */
  ORIGIN_REFUSED,
  /** The fake's own answer breaks the contract. */
  RESPONSE_INVALID,
  /** The fake failed. */
  INTERNAL_ERROR;

  private final String text = "FB-" + name().replace('_', '-');

  /** The code as people see it, such as {@code FB-ROUTE-UNKNOWN}. */
  public String text() {
    return text;
  }
}
