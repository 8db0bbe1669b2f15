package dev.fakebeeper.world;

import java.util.Locale;

/**
 * A refusal in the words of OAuth.
 *
 * @param code which
 * @param description for people; never a secret
 */
public record OAuthError(Code code, String description) {

  /** The codes of RFC 6749, 7591 and 8707 that this API uses. */
  public enum Code {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_TARGET,
    INVALID_CLIENT_METADATA,
    UNSUPPORTED_GRANT_TYPE,
    ACCESS_DENIED,
    SERVER_ERROR;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
