package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.Worlds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may call what, and in which world: the bearer token, its lifetime and its scopes.
 * Source: behaviour seen on real servers for the two 401 messages; scopes are documented, their map
 * to operations is inferred. Thread-safe.
 */
public final class Access {
  /** Names the world of a caller without a token. */
  public static final String WORLD_HEADER = "X-Fake-Beeper-World";

  private static final String SCHEME = "Bearer ";

  private final Worlds worlds;
  private final OperationsSettings settings;
  private final TokenCheck check;

  /** Which tokens are good. */
  public enum TokenCheck {
    /** Those that a world knows. */
    KNOWN,
    /**
     * Any that is not empty: the stateless mode, in which generated client suites bring their own.
     */
    ANY
  }

  /** Access to the worlds of a server. */
  public Access(Worlds worlds, OperationsSettings settings, TokenCheck check) {
    this.worlds = worlds;
    this.settings = settings;
    this.check = check;
  }

  /** Whether the sender of a request may call an operation. */
  public Admission admit(Operation operation, ApiRequest request) {
    var token = bearer(request);
    if (operation.security() == Operation.Security.OPEN
        || (operation.security() == Operation.Security.OPTIONAL && isUnclaimed(request, token))) {
      return openWorld(request, token);
    }
    if (token.isEmpty()) {
      return unauthorized(
          "no token came with the request; send \"Authorization: Bearer\" and the token of a world");
    }
    return check == TokenCheck.ANY ? openWorld(request, token) : admitKnown(operation, token.get());
  }

  /** What the contract leaves open until somebody is signed in, is open (documented). */
  private boolean isUnclaimed(ApiRequest request, Optional<String> token) {
    return place(request, token).map(world -> !isSignedIn(world)).orElse(true);
  }

  private static boolean isSignedIn(World world) {
    return world.read().setup().app().isSignedIn();
  }

  /** Without somebody signed in the app has nothing to show (inferred). */
  private static boolean isClosed(Operation operation, World world) {
    return !isSignedIn(world) && operation.path().startsWith("/v1/");
  }

  private Admission admitKnown(Operation operation, String value) {
    var world = worlds.ofToken(value);
    var token = world.map(known -> known.read().tokens().get(value)).orElse(null);
    if (world.isEmpty() || token == null) {
      return unauthorized(unknown(value));
    }
    if (token.revoked()) {
      return unauthorized("the token was revoked in the world \"" + world.get().name() + "\"");
    }
    if (token.isExpiredAt(world.get().now())) {
      return new Admission.Refused(
          ApiError.tokenExpired(),
          "the token expired at %s, and the clock of the world \"%s\" shows %s"
              .formatted(token.expiresAt(), world.get().name(), world.get().now()));
    }
    if (isClosed(operation, world.get())) {
      return new Admission.Refused(
          ApiError.forbidden("Forbidden: nobody is signed in"),
          "the app of the world \"%s\" is signed out: only what signs in is open"
              .formatted(world.get().name()));
    }
    return admitScope(operation, world.get(), token);
  }

  private Admission admitScope(Operation operation, World world, Token token) {
    var scope = operation.scope();
    if (scope == Operation.Scope.NONE || token.allows(wanted(scope))) {
      return granted(world, token.value());
    }
    var name = scope == Operation.Scope.WRITE ? "write" : "read";
    return new Admission.Refused(
        ApiError.scopeMissing(settings.scopeStatus(), name),
        "the token allows %s, this needs %s; use another token".formatted(token.scopes(), name));
  }

  private String unknown(String token) {
    return worlds
        .ownerOfDeadToken(token)
        .map(
            owner ->
                "the token belonged to the world \""
                    + owner
                    + "\", which is closed; whoever sent this outlived its test")
        .orElse("no world has this token; the fake prints its token at start, --token sets it");
  }

  private static Admission unauthorized(String why) {
    return new Admission.Refused(ApiError.unauthorized(), why);
  }

  private static Token.Scope wanted(Operation.Scope scope) {
    return scope == Operation.Scope.WRITE ? Token.Scope.WRITE : Token.Scope.READ;
  }

  /** Where a caller belongs whose token nobody asks for, or whose token opened nothing. */
  private Admission openWorld(ApiRequest request, Optional<String> token) {
    return place(request, token)
        .map(found -> granted(found, null))
        .orElseGet(
            () ->
                new Admission.Refused(
                    ApiError.notFound("World not found"),
                    "no world is named \"%s\"; correct the header %s"
                        .formatted(
                            request.headers().first(WORLD_HEADER).orElse(Worlds.DEFAULT),
                            WORLD_HEADER)));
  }

  /**
   * The world of the token if there is one, else the one that the request names in its header, else
   * the one whose client, code or token an OAuth request speaks of, else the default one.
   */
  private Optional<World> place(ApiRequest request, Optional<String> token) {
    var own = token.flatMap(worlds::ofToken);
    if (own.isPresent()) {
      return own;
    }
    var named = request.headers().first(WORLD_HEADER);
    return named.isPresent() ? worlds.find(named.get()) : traced(request).or(worlds::findDefault);
  }

  /** A client that is known in several worlds tells nothing. */
  private Optional<World> traced(ApiRequest request) {
    for (var trace : OAuthTraces.of(request)) {
      var owner = worlds.ofToken(trace);
      if (owner.isPresent()) {
        return owner;
      }
      var knowing = worlds.knowing(trace);
      if (knowing.size() == 1) {
        return Optional.of(knowing.get(0));
      }
    }
    return Optional.empty();
  }

  /**
   * The name of the world whose business a request is, whether or not it is let in; empty when it
   * is not open.
   */
  public Optional<String> worldOf(ApiRequest request) {
    return place(request, bearer(request)).or(worlds::findDefault).map(World::name);
  }

  private static Admission granted(World world, @Nullable String token) {
    return new Admission.Granted(new Session(world, token));
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
