package dev.fakebeeper.contract;

/**
 * One operation of the contract.
 *
 * @param id the operationId
 * @param method the HTTP method, upper case
 * @param path the path template, such as {@code /v1/chats/{chatID}}
 * @param tag the first tag, empty when there is none
 * @param security whether a bearer token is wanted
 * @param scope what the token must allow ({@code x-fake-scope})
 * @param since the first version that has it ({@code x-fake-since})
 * @param evidence how its behaviour is known ({@code x-fake-evidence})
 * @param sdk the method of the official SDK ({@code x-fake-sdk}), empty when there is none
 */
public record Operation(
    String id,
    String method,
    String path,
    String tag,
    Security security,
    Scope scope,
    String since,
    Evidence evidence,
    String sdk) {

  /** Whether a bearer token is wanted. */
  public enum Security {
    OPEN,
    OPTIONAL,
    BEARER
  }

  /** What a token must allow. */
  public enum Scope {
    NONE,
    READ,
    WRITE
  }

  /** How a behaviour is known, strongest first. */
  public enum Evidence {
    DOCUMENTED,
    OBSERVED,
    INFERRED,
    ASSUMED
  }
}
