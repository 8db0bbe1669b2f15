package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.World;
import java.util.Optional;

/**
 * Decides who may call what: the bearer token, its lifetime and its scopes. Source: behaviour seen
 * on real servers for the two 401 messages; scopes are documented, their map to operations is
 * inferred. Thread-safe.
 */
public final class Access {
  private static final String SCHEME = "Bearer ";

  private final World world;
  private final OperationsSettings settings;
  private final TokenCheck check;

  /** Which tokens are good. */
  public enum TokenCheck {
    /** Those that the world knows. */
    KNOWN,
    /**
     * Any that is not empty: the stateless mode, in which generated client suites bring their own.
     */
    ANY
  }

  /** Access to one world. */
  public Access(World world, OperationsSettings settings, TokenCheck check) {
    this.world = world;
    this.settings = settings;
    this.check = check;
  }

  /** Whether the sender of a request may call an operation. */
  public Admission admit(Operation operation, ApiRequest request) {
    var token = bearer(request);
    if (operation.security() == Operation.Security.OPEN
        || (operation.security() == Operation.Security.OPTIONAL && token.isEmpty())) {
      return granted();
    }
    if (token.isEmpty()) {
      return new Admission.Refused(ApiError.unauthorized());
    }
    return check == TokenCheck.ANY ? granted() : admitKnown(operation, token.get());
  }

  private Admission admitKnown(Operation operation, String value) {
    var token = world.read().tokens().get(value);
    if (token == null || token.revoked()) {
      return new Admission.Refused(ApiError.unauthorized());
    }
    if (token.isExpiredAt(world.now())) {
      return new Admission.Refused(ApiError.tokenExpired());
    }
    var scope = operation.scope();
    if (scope != Operation.Scope.NONE && !token.allows(wanted(scope))) {
      var name = scope == Operation.Scope.WRITE ? "write" : "read";
      return new Admission.Refused(ApiError.scopeMissing(settings.scopeStatus(), name));
    }
    return granted();
  }

  private static Token.Scope wanted(Operation.Scope scope) {
    return scope == Operation.Scope.WRITE ? Token.Scope.WRITE : Token.Scope.READ;
  }

  private Admission granted() {
    return new Admission.Granted(new Session(world));
  }

  private static Optional<String> bearer(ApiRequest request) {
    return request
        .headers()
        .first("Authorization")
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(value -> !value.isEmpty());
  }
}
