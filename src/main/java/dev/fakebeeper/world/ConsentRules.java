package dev.fakebeeper.world;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How clients ask for tokens, and how the user answers. Every id names the world that made it, so
 * that two worlds of one seed give different ones.
 */
public final class ConsentRules {
  /** SHA-256 in base64url without padding (RFC 7636). */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final int ID_LENGTH = 12;
  private static final int CODE_LENGTH = 24;

  private ConsentRules() {}

  /** What a browser gets that brings a question. */
  public sealed interface Reply {
    /** The user is asked; see {@link OAuthPlan.Answer} for where. */
    record Asked(ConsentRequest request, OAuthPlan.Answer where) implements Reply {}

    /** It is sent on. */
    record SentTo(String url) implements Reply {}
  }

  private static OAuthException invalid(String description) {
    return new OAuthException(OAuthError.Code.INVALID_REQUEST, description);
  }

  /**
   * A browser brings a question. The same question again, such as after a reload, is the same one.
   *
   * @throws OAuthException when it cannot be asked; the browser must not be sent anywhere then (RFC
   *     6749 4.1.2.1)
   */
  public static Reply ask(Transaction transaction, String owner, ConsentRequest.Wish wish) {
    var oauth = state(transaction);
    var plan = oauth.plan();
    var client = OAuthClientRules.require(oauth, wish.client().id());
    if (plan.answer() == OAuthPlan.Answer.REFUSE_REDIRECT) {
      return sentTo(wish, ConsentRequest.Verdict.refused(OAuthError.Code.INVALID_REQUEST));
    }
    requireKept(client, wish);
    var known = waiting(oauth, wish);
    if (known != null && known.verdict() != null) {
      end(transaction, known);
      return sentTo(wish, known.verdict());
    }
    return switch (plan.answer()) {
      case APPROVE -> sentTo(wish, granted(transaction, owner, wish, wish.scopes()));
      case DENY -> sentTo(wish, ConsentRequest.Verdict.refused(OAuthError.Code.ACCESS_DENIED));
      default ->
          new Reply.Asked(known == null ? opened(transaction, owner, wish) : known, plan.answer());
    };
  }

  private static void requireKept(OAuthClient client, ConsentRequest.Wish wish) {
    var uri = String.valueOf(wish.redirectUri());
    if (RedirectUri.fault(uri).isPresent() || !client.mayReturnTo(uri)) {
      throw invalid("The redirect_uri " + uri + " is none of those that the client has registered");
    }
    requireChallenge(wish.challenge());
  }

  private static void requireChallenge(String challenge) {
    if (!CHALLENGE.matcher(challenge).matches()) {
      throw invalid(
          "code_challenge must be a SHA-256 hash in base64url without padding: 43 characters");
    }
  }

  private static @Nullable ConsentRequest waiting(OAuthState oauth, ConsentRequest.Wish wish) {
    return oauth.requests().values().stream()
        .filter(request -> request.wish().equals(wish))
        .findFirst()
        .orElse(null);
  }

  private static ConsentRequest opened(
      Transaction transaction, String owner, ConsentRequest.Wish wish) {
    var id = "consent-" + owner + "-" + transaction.newText(ID_LENGTH);
    var expiresAt = transaction.now().plus(state(transaction).plan().requestLifetime());
    var request = new ConsentRequest(id, wish, expiresAt, null);
    update(transaction, state(transaction).with(request));
    transaction.schedule(expiresAt, new Timer.ConsentExpiry(id));
    return request;
  }

  /**
   * The user allows what is asked for, or a part of it.
   *
   * @param scopes what the user allows of it; reading is always allowed
   * @return where the browser goes
   * @throws OAuthException when no such question waits
   */
  public static String approve(
      Transaction transaction, String owner, String requestId, Set<Token.Scope> scopes) {
    var request = require(transaction, requestId);
    if (request.verdict() != null) {
      return url(request.wish(), request.verdict());
    }
    var allowed = EnumSet.of(Token.Scope.READ);
    allowed.addAll(request.wish().scopes());
    allowed.retainAll(scopes);
    return decided(transaction, request, granted(transaction, owner, request.wish(), allowed));
  }

  /**
   * The user refuses.
   *
   * @return where the browser goes
   * @throws OAuthException when no such question waits
   */
  public static String deny(Transaction transaction, String requestId) {
    var request = require(transaction, requestId);
    return request.verdict() != null
        ? url(request.wish(), request.verdict())
        : decided(
            transaction, request, ConsentRequest.Verdict.refused(OAuthError.Code.ACCESS_DENIED));
  }

  private static ConsentRequest require(Transaction transaction, String id) {
    return state(transaction)
        .findRequest(id)
        .orElseThrow(() -> invalid("Nobody is asked any more; begin the sign-in anew"));
  }

  /** Kept until the browser fetches it, which may be looking at another page. */
  private static String decided(
      Transaction transaction, ConsentRequest request, ConsentRequest.Verdict verdict) {
    update(transaction, state(transaction).with(request.withVerdict(verdict)));
    return url(request.wish(), verdict);
  }

  /** The browser has fetched an answer; again is a no-op. */
  public static void fetched(Transaction transaction, String requestId) {
    state(transaction).findRequest(requestId).ifPresent(request -> end(transaction, request));
  }

  static void end(Transaction transaction, ConsentRequest request) {
    transaction.cancel(new Timer.ConsentExpiry(request.id()));
    update(transaction, state(transaction).without(request));
  }

  /**
   * A page asks for the code by itself, as that of the app does. It gets neither a code nor an
   * error where the user does not answer.
   */
  public static ConsentRequest.Verdict answer(
      Transaction transaction, String owner, ConsentRequest.Wish wish) {
    var plan = state(transaction).plan();
    var id = wish.client().id();
    if (id != null) {
      OAuthClientRules.require(state(transaction), id);
    }
    requireChallenge(wish.challenge());
    return switch (plan.answer()) {
      case PAGE, APPROVE -> granted(transaction, owner, wish, wish.scopes());
      case DENY -> ConsentRequest.Verdict.refused(OAuthError.Code.ACCESS_DENIED);
      case WAIT -> new ConsentRequest.Verdict(null, null);
      case REFUSE_REDIRECT -> ConsentRequest.Verdict.refused(OAuthError.Code.INVALID_REQUEST);
    };
  }

  private static ConsentRequest.Verdict granted(
      Transaction transaction, String owner, ConsentRequest.Wish wish, Set<Token.Scope> scopes) {
    var plan = state(transaction).plan();
    var code =
        AuthorizationCodeBuilder.builder()
            .value("code-" + owner + "-" + transaction.newText(CODE_LENGTH))
            .client(wish.client())
            .scopes(plan.granted(scopes))
            .challenge(wish.challenge())
            .redirectUri(wish.redirectUri())
            .resource(wish.resource())
            .expiresAt(transaction.now().plus(plan.codeLifetime()))
            .build();
    update(transaction, state(transaction).with(code));
    transaction.schedule(code.expiresAt(), new Timer.CodeExpiry(code.value()));
    return ConsentRequest.Verdict.granted(code.value());
  }

  private static Reply sentTo(ConsentRequest.Wish wish, ConsentRequest.Verdict verdict) {
    return new Reply.SentTo(url(wish, verdict));
  }

  private static String url(ConsentRequest.Wish wish, ConsentRequest.Verdict verdict) {
    var parameters = new LinkedHashMap<String, String>();
    put(parameters, "code", verdict.code());
    put(parameters, "error", verdict.error());
    put(parameters, "state", wish.state());
    return RedirectUri.with(String.valueOf(wish.redirectUri()), parameters);
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  private static OAuthState state(Transaction transaction) {
    return transaction.state().oauth();
  }

  private static void update(Transaction transaction, OAuthState changed) {
    transaction.update(state -> state.withOauth(changed));
  }
}
