package dev.fakebeeper.world;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client that may ask for tokens. All are public: none has a secret.
 *
 * @param id what it calls itself
 * @param name for people
 * @param uri its home page
 * @param redirectUris where the browser may be sent; any at all when empty, which only those have
 *     that a test has made known
 * @param scopes what it has said that it will ask for; nothing holds it to that
 * @param registeredAt when it was registered
 */
public record OAuthClient(
    String id,
    String name,
    @Nullable String uri,
    List<String> redirectUris,
    Set<Token.Scope> scopes,
    Instant registeredAt) {

  /** Copies both. */
  public OAuthClient {
    redirectUris = List.copyOf(redirectUris);
    scopes = Set.copyOf(scopes);
  }

  /**
   * A client in the words of its registration.
   *
   * @param uri null for none
   */
  public record Wanted(
      String name, @Nullable String uri, List<String> redirectUris, Set<Token.Scope> scopes) {
    /** Copies both. */
    public Wanted {
      redirectUris = List.copyOf(redirectUris);
      scopes = Set.copyOf(scopes);
    }
  }

  /** Whether the browser may be sent somewhere. */
  boolean mayReturnTo(String uri) {
    return redirectUris.isEmpty()
        || redirectUris.stream().anyMatch(known -> RedirectUri.isSame(known, uri));
  }
}
