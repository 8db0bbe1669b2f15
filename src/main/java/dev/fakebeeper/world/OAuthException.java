package dev.fakebeeper.world;

/** A client asked for a token in a way that is refused. Nothing was changed. */
public final class OAuthException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final OAuthError.Code code;

  OAuthException(OAuthError.Code code, String description) {
    super(description);
    this.code = code;
  }

  /** Why. */
  public OAuthError error() {
    return new OAuthError(code, String.valueOf(getMessage()));
  }
}
