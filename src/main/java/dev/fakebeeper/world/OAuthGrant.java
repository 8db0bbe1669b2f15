package dev.fakebeeper.world;

/**
 * What a token has from the client that it was granted to.
 *
 * @param token the token
 * @param client who has it
 */
public record OAuthGrant(String token, ClientFacts client) {
  /** Never the token. */
  @Override
  public String toString() {
    return "OAuthGrant[" + client.id() + "]";
  }
}
