package dev.fakebeeper.world;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token.
 *
 * @param value the secret itself
 * @param scopes what it allows
 * @param issuedAt when it was made
 * @param expiresAt null when it never expires
 * @param revoked whether it was taken back
 */
public record Token(
    String value,
    Set<Scope> scopes,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    boolean revoked) {

  /** What a token may allow; write does not need read beside it. */
  public enum Scope {
    READ,
    WRITE
  }

  /** Copies the scopes. */
  public Token {
    scopes = Set.copyOf(scopes);
  }

  /** Whether its lifetime is over. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Whether it allows something; write implies read. */
  public boolean allows(Scope wanted) {
    return scopes.contains(wanted) || (wanted == Scope.READ && scopes.contains(Scope.WRITE));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "Token[scopes=%s, expiresAt=%s, revoked=%s]".formatted(scopes, expiresAt, revoked);
  }
}
