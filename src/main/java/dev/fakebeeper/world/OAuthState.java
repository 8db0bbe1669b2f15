package dev.fakebeeper.world;

/** What the app knows of its OAuth clients and of what they are allowed. Immutable. */
public record OAuthState() {

  /** Nobody has asked for anything yet. */
  public static OAuthState empty() {
    return new OAuthState();
  }
}
