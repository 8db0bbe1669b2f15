package dev.fakebeeper.control;

import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.world.Token;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that leads a client into a world.
 *
 * @param value the secret itself
 * @param scopes what it allows
 * @param issuedAt when it was made
 * @param expiresAt null when it never expires
 * @param revoked whether it was taken back
 */
public record AccessToken(
    String value,
    Set<Scope> scopes,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    boolean revoked) {

  /** Copies the scopes. */
  public AccessToken {
    scopes = Set.copyOf(scopes);
  }

  static AccessToken of(Token token) {
    return new AccessToken(
        token.value(),
        scopes(token.scopes()),
        token.issuedAt(),
        token.expiresAt(),
        token.revoked());
  }

  static Set<Scope> scopes(Set<Token.Scope> ofWorld) {
    var scopes = EnumSet.noneOf(Scope.class);
    ofWorld.forEach(scope -> scopes.add(Scope.valueOf(scope.name())));
    return scopes;
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "AccessToken[scopes=%s, expiresAt=%s, revoked=%s]".formatted(scopes, expiresAt, revoked);
  }
}
