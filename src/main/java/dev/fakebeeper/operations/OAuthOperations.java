package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.world.CodeExchange;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthClientRules;
import dev.fakebeeper.world.OAuthError;
import dev.fakebeeper.world.OAuthException;
import dev.fakebeeper.world.Scopes;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.json.OAuthJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clients and their tokens. Thread-safe: all state is in the world. */
final class OAuthOperations {
  private final AppFacts app;

  OAuthOperations(AppFacts app) {
    this.app = app;
  }

  /** Registers a client. */
  ApiResponse register(Call call) {
    if (!call.body().isObject()) {
      return missing(call, OAuthError.Code.INVALID_CLIENT_METADATA, "The metadata of the client");
    }
    var fields = new BodyFields(call.body());
    var wanted =
        new OAuthClient.Wanted(
            String.valueOf(fields.text("client_name")),
            fields.text("client_uri"),
            texts(call.body().path("redirect_uris")),
            Scopes.read(fields.text("scope"), Scopes.all()));
    try {
      var name = call.world().name();
      var client = call.world().change(tx -> OAuthClientRules.register(tx, name, wanted));
      var body =
          OAuthJson.registered(client)
              .put("authorization_endpoint", call.baseUrl() + "/oauth/authorize")
              .put("token_endpoint", call.baseUrl() + "/oauth/token");
      return unkept(ApiResponse.of(201, new Body.Json(body)));
    } catch (OAuthException refusal) {
      return OAuthRefusals.answer(call.operation(), refusal.error());
    }
  }

  /** The document does not ask for a body, so one that is not there breaks no contract. */
  private static ApiResponse missing(Call call, OAuthError.Code code, String what) {
    return OAuthRefusals.answer(call.operation(), new OAuthError(code, what + " is missing"));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Exchanges a code for a token. */
  ApiResponse token(Call call) {
    if (!call.body().isObject()) {
      return missing(call, OAuthError.Code.INVALID_REQUEST, "grant_type");
    }
    var fields = new BodyFields(call.body());
    var claim =
        new CodeExchange.Claim(
            String.valueOf(fields.text("code")),
            String.valueOf(fields.text("code_verifier")),
            fields.filledText("client_id"),
            fields.filledText("redirect_uri"),
            fields.filledText("resource"));
    var name = call.world().name();
    var result = call.world().change(tx -> CodeExchange.claim(tx, name, claim));
    return result instanceof CodeExchange.Result.Granted granted
        ? unkept(ApiResponse.ok(OAuthJson.issued(granted.token())))
        : OAuthRefusals.answer(call.operation(), ((CodeExchange.Result.Refused) result).error());
  }

  /** RFC 6749 5.1: no cache may keep it. */
  private static ApiResponse unkept(ApiResponse response) {
    return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  /** What there is to know of a token; one that is not good is inactive, whatever the reason. */
  ApiResponse introspect(Call call) {
    var value = new BodyFields(call.body()).text("token");
    if (value == null) {
      return missing(call, OAuthError.Code.INVALID_REQUEST, "token");
    }
    var token = good(call, value);
    return unkept(
        ApiResponse.ok(token.map(known -> active(call, known)).orElseGet(OAuthJson::inactive)));
  }

  private ObjectNode active(Call call, Token token) {
    var grant = call.state().oauth().findGrant(token.value());
    var body = OAuthJson.active(token, grant).put("iss", call.baseUrl());
    body.set("app", app.named());
    return body;
  }

  private static Optional<Token> good(Call call, String value) {
    return Optional.ofNullable(call.state().tokens().get(value))
        .filter(token -> !token.revoked() && !token.isExpiredAt(call.world().now()));
  }

  /** Takes a token back; one that nobody knows is as good as taken back (RFC 7009). */
  ApiResponse revoke(Call call) {
    var value = String.valueOf(new BodyFields(call.body()).text("token"));
    call.world().run(tx -> TokenRules.revoke(tx, value));
    return ApiResponse.of(200, new Body.Empty());
  }

  /** Who holds the token that the call came with. */
  ApiResponse userInfo(Call call) {
    var value = call.session().token();
    var token = good(call, value == null ? "" : value);
    var known = token.orElseThrow(() -> new ApiException(ApiError.unauthorized()));
    var grant = call.state().oauth().findGrant(known.value());
    return ApiResponse.ok(OAuthJson.userInfo(known, grant));
  }
}
