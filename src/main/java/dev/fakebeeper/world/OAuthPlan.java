package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What becomes of clients that ask for a token. Immutable.
 *
 * @param answer what the user does who is asked
 * @param grants the most that is granted, whatever a client asks for
 * @param requestLifetime how long a question waits for its answer (assumed)
 * @param codeLifetime how long a code can be exchanged (5 minutes, seen on a compatible server)
 * @param tokenLifetime how long a token is good (24 hours, seen on a compatible server)
 * @param onReuse what becomes of the token of a code that is used again
 */
@RecordBuilder
public record OAuthPlan(
    Answer answer,
    Set<Token.Scope> grants,
    Duration requestLifetime,
    Duration codeLifetime,
    Duration tokenLifetime,
    OnReuse onReuse)
    implements OAuthPlanBuilder.With {

  /** Copies the scopes; refuses times of less than a second. */
  public OAuthPlan {
    grants = Set.copyOf(grants);
    requireSecond("requestLifetime", requestLifetime);
    requireSecond("codeLifetime", codeLifetime);
    requireSecond("tokenLifetime", tokenLifetime);
  }

  private static void requireSecond(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be a second or more");
    }
  }

  /** What the user does. */
  public enum Answer {
    /** A page with two buttons asks (documented). */
    PAGE,
    /** Allows it: the browser goes back at once with a code. */
    APPROVE,
    /** Refuses it: the browser goes back at once with {@code access_denied}. */
    DENY,
    /** Answers in the app, where only a test can; until then a page says so. */
    WAIT,
    /**
     * Is not even asked: the app does not like where the browser should go, and sends it there at
     * once with {@code invalid_request} (seen on 4.2.860).
     */
    REFUSE_REDIRECT
  }

  /** What becomes of the token of a code that is used again. Nobody knows the real server's way. */
  public enum OnReuse {
    /** It is revoked, as RFC 6749 4.1.2 advises. */
    REVOKE,
    /** It stays good. */
    KEEP
  }

  /** The user is asked by a page, and nothing is out of the ordinary. */
  public static OAuthPlan usual() {
    return new OAuthPlan(
        Answer.PAGE,
        Scopes.all(),
        Duration.ofMinutes(10),
        Duration.ofMinutes(5),
        Duration.ofHours(24),
        OnReuse.REVOKE);
  }

  /** What is granted of what is asked for; reading always is. */
  Set<Token.Scope> granted(Set<Token.Scope> asked) {
    var granted = EnumSet.of(Token.Scope.READ);
    granted.addAll(asked);
    granted.removeIf(scope -> !grants.contains(scope));
    granted.add(Token.Scope.READ);
    return granted;
  }
}
