package dev.fakebeeper.world;

import java.time.Instant;

/**
 * A mail with a sign-in code.
 *
 * @param to the address, in lower case
 * @param code the code
 * @param sentAt when
 * @param setupRequestId the sign-in that it is for
 */
public record SetupMail(String to, String code, Instant sentAt, String setupRequestId) {

  /** Never the code. */
  @Override
  public String toString() {
    return "SetupMail[to=%s, sentAt=%s]".formatted(to, sentAt);
  }
}
