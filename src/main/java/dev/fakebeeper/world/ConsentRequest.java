package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user is asked whether a client may have a token.
 *
 * @param id what the page calls it
 * @param wish what the client asks for
 * @param expiresAt when nobody can answer any more
 * @param verdict the answer that the browser has not fetched yet; null while there is none
 */
@RecordBuilder
public record ConsentRequest(String id, Wish wish, Instant expiresAt, @Nullable Verdict verdict)
    implements ConsentRequestBuilder.With {

  /**
   * What a client asks for.
   *
   * @param redirectUri where the browser goes with the answer; null where it is not sent anywhere
   * @param state given back unchanged; null for none
   * @param challenge what the verifier of the exchange must hash to (PKCE, S256)
   * @param resource what the token is for (RFC 8707); null for none
   */
  public record Wish(
      ClientFacts client,
      @Nullable String redirectUri,
      @Nullable String state,
      Set<Token.Scope> scopes,
      String challenge,
      @Nullable String resource) {
    /** Copies the scopes. */
    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * An answer: a code, or why there is none.
   *
   * @param code null when there is an error
   * @param error null when there is a code
   */
  public record Verdict(@Nullable String code, @Nullable String error) {
    static Verdict granted(String code) {
      return new Verdict(code, null);
    }

    static Verdict refused(OAuthError.Code error) {
      return new Verdict(null, error.word());
    }

    /** Never the code. */
    @Override
    public String toString() {
      return error == null ? "Verdict[granted]" : "Verdict[" + error + "]";
    }
  }
}
