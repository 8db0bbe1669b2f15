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
  /** A planned fault had a hand in it. */
  FAULT_PLANNED(Blame.TEST),
  /** The recording that is played has no answer to the request. */
  REPLAY_UNKNOWN,
  /** The answer is as it was recorded, and the contract wants another. */
  REPLAY_DRIFT(Blame.CONTRACT),
  /** A stub mapping answered with an error, a fault, or outside the contract on purpose. */
  STUB_ANSWERED(Blame.TEST),
  /** The answer of a stub mapping breaks the contract. */
  STUB_INVALID(Blame.STUB),
  /** The stub mappings could not answer. */
  STUB_FAILED(Blame.STUB),
  /** The body is larger than the limit. */
  BODY_TOO_LARGE,
  /** The body calls itself multipart but cannot be taken apart. */
  MULTIPART_BROKEN,
  /** The bytes are not HTTP, or the head of the request is too large. */
  HTTP_BROKEN,
  /** A browser page from another machine asked. */
  ORIGIN_REFUSED,
  /** While recording: the application gave no whole answer. */
  UPSTREAM_FAILED(Blame.APP),
  /** While recording: nothing more can be written. */
  RECORDING_FAILED(Blame.TEST),
  /** The fake's own answer breaks the contract. */
  RESPONSE_INVALID(Blame.FAKE),
  /** The fake failed. */
  INTERNAL_ERROR(Blame.FAKE),
  /** The control API has no such path. */
  CONTROL_ROUTE_UNKNOWN(Blame.TEST),
  /** The path of the control API exists, the method does not. */
  CONTROL_METHOD_UNKNOWN(Blame.TEST),
  /** The request breaks the document of the control API, or makes no sense. */
  CONTROL_REQUEST_INVALID(Blame.TEST),
  /** The body is larger than the limit. */
  CONTROL_BODY_TOO_LARGE(Blame.TEST),
  /** No world of that name is open. */
  CONTROL_WORLD_UNKNOWN(Blame.TEST),
  /** The world has no such thing. */
  CONTROL_NOT_FOUND(Blame.TEST),
  /** The request clashes with what is there. */
  CONTROL_CONFLICT(Blame.TEST),
  /** The network, the chat or the person does not do this. */
  CONTROL_UNSUPPORTED(Blame.TEST),
  /** The control token is missing or wrong. */
  CONTROL_TOKEN_REFUSED(Blame.TEST),
  /** The request is for a host that is not this machine. */
  CONTROL_HOST_REFUSED(Blame.TEST);

  private final String text = "FB-" + name().replace('_', '-');
  private final Blame blame;

  /** Most trouble is the client's. */
  DiagnosisCode() {
    this(Blame.CLIENT);
  }

  DiagnosisCode(Blame blame) {
    this.blame = blame;
  }

  /** The code as people see it, such as {@code FB-ROUTE-UNKNOWN}. */
  public String text() {
    return text;
  }

  /** Who is to blame, unless a diagnosis knows better. */
  public Blame blame() {
    return blame;
  }
}
