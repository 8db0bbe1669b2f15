package dev.fakebeeper.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a code becomes a token. */
public final class CodeExchange {
  private CodeExchange() {}

  /**
   * What a client brings.
   *
   * @param verifier the secret whose hash it sent before
   * @param clientId null when it does not say
   * @param redirectUri null when it does not say
   * @param resource null when it does not say
   */
  public record Claim(
      String code,
      String verifier,
      @Nullable String clientId,
      @Nullable String redirectUri,
      @Nullable String resource) {
    /** Never the secrets. */
    @Override
    public String toString() {
      return "Claim[" + clientId + "]";
    }
  }

  /** What it gets. A refusal may have changed the world all the same. */
  public sealed interface Result {
    /** A token. */
    record Granted(Token token) implements Result {}

    /** No token. */
    record Refused(OAuthError error) implements Result {}
  }

  /**
   * Exchanges a code. Only success uses it up (assumed); used again, it takes its token along.
   *
   * @param owner the name of the world
   */
  public static Result claim(Transaction transaction, String owner, Claim claim) {
    var oauth = transaction.state().oauth();
    var code = oauth.codes().get(claim.code());
    var refusal = refusal(transaction, claim, code);
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    if (code == null) {
      return new Result.Refused(unknown());
    }
    if (code.token() != null) {
      punish(transaction, oauth.plan(), code.token());
      return new Result.Refused(grant("The code was used before"));
    }
    return new Result.Granted(exchange(transaction, owner, code));
  }

  private static Optional<OAuthError> refusal(
      Transaction transaction, Claim claim, @Nullable AuthorizationCode code) {
    var id = claim.clientId();
    if (id != null && transaction.state().oauth().findClient(id).isEmpty()) {
      return Optional.of(
          new OAuthError(OAuthError.Code.INVALID_CLIENT, "No client has the client_id " + id));
    }
    if (code == null || code.token() != null) {
      return Optional.empty();
    }
    if (differs(id, code.client().id())) {
      return Optional.of(grant("The code was given to another client"));
    }
    if (code.isExpiredAt(transaction.now())) {
      return Optional.of(grant("The code expired at " + code.expiresAt()));
    }
    if (differs(claim.redirectUri(), code.redirectUri())) {
      return Optional.of(grant("The redirect_uri is not the one that was asked with"));
    }
    if (!hash(claim.verifier()).equals(code.challenge())) {
      return Optional.of(grant("The code_verifier does not fit the code_challenge"));
    }
    return differs(claim.resource(), code.resource())
        ? Optional.of(
            new OAuthError(
                OAuthError.Code.INVALID_TARGET, "The resource is not the one that was asked for"))
        : Optional.empty();
  }

  private static OAuthError unknown() {
    return grant("Nobody was given this code");
  }

  private static OAuthError grant(String description) {
    return new OAuthError(OAuthError.Code.INVALID_GRANT, description);
  }

  /** What one side does not say cannot differ. */
  private static boolean differs(@Nullable String claimed, @Nullable String known) {
    return claimed != null && known != null && !claimed.equals(known);
  }

  private static void punish(Transaction transaction, OAuthPlan plan, String token) {
    if (plan.onReuse() == OAuthPlan.OnReuse.REVOKE) {
      TokenRules.revoke(transaction, token);
    }
  }

  private static Token exchange(Transaction transaction, String owner, AuthorizationCode code) {
    var lifetime = transaction.state().oauth().plan().tokenLifetime();
    var token = TokenRules.mint(transaction, owner, code.scopes(), lifetime);
    transaction.cancel(new Timer.CodeExpiry(code.value()));
    transaction.update(
        state ->
            state.withOauth(
                state
                    .oauth()
                    .with(code.withToken(token.value()))
                    .with(new OAuthGrant(token.value(), code.client()))));
    endQuestion(transaction, code.value());
    return token;
  }

  /** Somebody carried the code to the client by hand, so no browser fetches it any more. */
  private static void endQuestion(Transaction transaction, String code) {
    for (var request : transaction.state().oauth().requests().values()) {
      var verdict = request.verdict();
      if (verdict != null && code.equals(verdict.code())) {
        ConsentRules.end(transaction, request);
      }
    }
  }

  private static String hash(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
