package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.world.OAuthError;
import dev.fakebeeper.world.OAuthError.Code;
import dev.fakebeeper.world.json.OAuthJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refusals in the words of the OAuth family: everyday ones have the shape of RFC 6749, those of the
 * consent page are pages (both documented). Which code goes with which fault is that of the RFCs
 * (seen on a compatible server, or assumed).
 */
public final class OAuthRefusals {
  private static final String REGISTER = "oauth_register_client";
  private static final String AUTHORIZE = "oauth_authorize";
  private static final String TOKEN = "oauth_token";
  private static final Set<String> FAMILY =
      Set.of(
          REGISTER,
          AUTHORIZE,
          "oauth_authorize_callback",
          TOKEN,
          "oauth_introspect_token",
          "oauth_revoke_token");

  /** The whole body among them: what cannot be read may be anything. */
  private static final Set<String> SECRET =
      Set.of("", "code", "code_verifier", "token", "client_secret", "refresh_token");

  private OAuthRefusals() {}

  /** Whether an operation refuses in these words. */
  static boolean isMember(Operation operation) {
    return FAMILY.contains(operation.id());
  }

  /**
   * The answer to a request that breaks the contract; empty where the vendor's envelope says it.
   */
  public static Optional<ApiResponse> invalid(Operation operation, List<Violation> violations) {
    if (!isMember(operation) || violations.isEmpty()) {
      return Optional.empty();
    }
    var first = violations.get(0);
    return Optional.of(answer(operation, new OAuthError(code(operation, first), words(first))));
  }

  /** The answer to a call that fails otherwise; empty where the vendor's envelope says it. */
  public static Optional<ApiResponse> of(Operation operation, ApiError error) {
    if (!isMember(operation)) {
      return Optional.empty();
    }
    var code = error.status() >= 500 ? Code.SERVER_ERROR : Code.INVALID_REQUEST;
    var told = answer(operation, new OAuthError(code, error.message()));
    return Optional.of(new ApiResponse(error.status(), told.headers(), told.body()));
  }

  /** The same violations, told without what may be a code, a verifier or a token. */
  public static List<Violation> withoutSecrets(Operation operation, List<Violation> violations) {
    return isMember(operation)
        ? violations.stream().map(OAuthRefusals::withoutSecret).toList()
        : violations;
  }

  private static Violation withoutSecret(Violation violation) {
    var name = violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
    return SECRET.contains(name)
        ? new Violation(
            violation.kind(),
            violation.where(),
            violation.pointer(),
            violation.expected(),
            violation.kind().equals("missing") ? violation.got() : "what is not shown here",
            violation.document(),
            violation.line(),
            violation.fix())
        : violation;
  }

  private static Code code(Operation operation, Violation violation) {
    if (operation.id().equals(REGISTER)) {
      return Code.INVALID_CLIENT_METADATA;
    }
    var wrongGrant =
        violation.pointer().equals("/grant_type") && !violation.kind().equals("missing");
    return operation.id().equals(TOKEN) && wrongGrant
        ? Code.UNSUPPORTED_GRANT_TYPE
        : Code.INVALID_REQUEST;
  }

  /** What came is left out: it may be a secret. */
  private static String words(Violation violation) {
    var place = violation.pointer().replaceFirst("^/", "");
    var subject = place.isEmpty() ? "The body" : place;
    return violation.kind().equals("missing")
        ? subject + " is missing"
        : subject + " must be " + violation.expected();
  }

  /** A refusal as an operation tells it. */
  static ApiResponse answer(Operation operation, OAuthError error) {
    return operation.id().equals(AUTHORIZE) ? page(error) : json(error);
  }

  /** The page of a request that cannot be asked. */
  static ApiResponse page(OAuthError error) {
    return ConsentPage.answer(400, ConsentPage.refusal(error));
  }

  private static ApiResponse json(OAuthError error) {
    return ApiResponse.of(400, new Body.Json(OAuthJson.refusal(error)));
  }
}
