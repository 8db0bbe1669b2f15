package dev.fakebeeper.contract;

/**
 * A way in which a message of the real application, or of a client of it, is not what the contract
 * says. Unlike a violation it may be harmless: a member that the contract does not name is one too.
 *
 * @param violation what and where
 * @param pattern the place without what differs from message to message: {@code *} stands for each
 *     index and each key of a map; for a parameter or header its name
 */
public record Difference(Violation violation, String pattern) {

  /** The kinds of difference that people ask for by name; all others break some other rule. */
  public boolean is(String kind) {
    return violation.kind().equals(kind);
  }
}
