package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Violation.Where;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is being checked.
 *
 * @param where which part
 * @param prefix what comes before the JSON pointers inside it: the name of a parameter, the pointer
 *     of a fragment, or nothing
 */
record Site(Where where, String prefix) {
  private static final String RESPONSE_FIX =
      "Correct the answer; correct the contract if the real server answers so.";

  static final Site REQUEST_BODY = new Site(Where.REQUEST_BODY, "");
  static final Site RESPONSE_BODY = new Site(Where.RESPONSE_BODY, "");
  static final Site CONTENT_TYPE = new Site(Where.HEADER, "Content-Type");
  static final Site RESPONSE_CONTENT_TYPE = new Site(Where.RESPONSE_HEADER, "Content-Type");

  /** The part of this part that a JSON pointer names. */
  Site at(String pointer) {
    return new Site(where, prefix + pointer);
  }

  Violation violation(Kind kind, String expected, @Nullable String got, Place rule) {
    return violation(kind, expected, got, rule, kind.fix());
  }

  /**
   * A violation here.
   *
   * @param rule where the document states the rule
   * @param fix what a client should do; an answer is never corrected by the client
   */
  Violation violation(Kind kind, String expected, @Nullable String got, Place rule, String fix) {
    return new Violation(
        kind.word(),
        where,
        prefix,
        expected,
        Violation.shorten(got),
        rule.document().source().name(),
        rule.line(),
        where.isResponse() ? RESPONSE_FIX : fix);
  }
}
