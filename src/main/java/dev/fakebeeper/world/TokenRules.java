package dev.fakebeeper.world;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How access tokens come and go. */
public final class TokenRules {
  private TokenRules() {}

  /**
   * Makes a token.
   *
   * @param owner the name of the world; it stands in the token, so that two worlds of one seed give
   *     different ones
   * @param lifetime null for one that never expires
   */
  public static Token mint(
      Transaction transaction, String owner, Set<Token.Scope> scopes, @Nullable Duration lifetime) {
    return put(transaction, "fb-" + owner + "-" + transaction.newText(24), scopes, lifetime);
  }

  /** Stores a token with a value that somebody chose, in place of an earlier one of that value. */
  public static Token put(
      Transaction transaction, String value, Set<Token.Scope> scopes, @Nullable Duration lifetime) {
    var now = transaction.now();
    var expiresAt = lifetime == null ? null : now.plus(lifetime);
    var token = new Token(value, scopes, now, expiresAt, false);
    transaction.update(state -> state.withTokens(state.tokens().plus(value, token)));
    if (expiresAt != null) {
      transaction.schedule(expiresAt, new Timer.TokenExpiry(value));
    }
    return token;
  }

  /** Takes a token back; one that is unknown or revoked changes nothing. */
  public static void revoke(Transaction transaction, String value) {
    var token = transaction.state().tokens().get(value);
    if (token != null && !token.revoked()) {
      var revoked =
          new Token(token.value(), token.scopes(), token.issuedAt(), token.expiresAt(), true);
      transaction.cancel(new Timer.TokenExpiry(value));
      transaction.update(state -> state.withTokens(state.tokens().plus(value, revoked)));
    }
  }
}
