package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code that can be exchanged for a token, once.
 *
 * @param value the code itself
 * @param client who asked for it
 * @param scopes what was granted
 * @param challenge what the verifier must hash to
 * @param redirectUri where the browser was sent with it, null when it was not
 * @param resource what the token is for, null when nobody said
 * @param expiresAt when it is too late
 * @param token what it was exchanged for, null until then
 */
@RecordBuilder
public record AuthorizationCode(
    String value,
    ClientFacts client,
    Set<Token.Scope> scopes,
    String challenge,
    @Nullable String redirectUri,
    @Nullable String resource,
    Instant expiresAt,
    @Nullable String token)
    implements AuthorizationCodeBuilder.With {

  /** Copies the scopes. */
  public AuthorizationCode {
    scopes = Set.copyOf(scopes);
  }

  boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Never the code, nor the token. */
  @Override
  public String toString() {
    return "AuthorizationCode[client=%s, expiresAt=%s, used=%s]"
        .formatted(client.id(), expiresAt, token != null);
  }
}
