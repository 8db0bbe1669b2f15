package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.AccessToken;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The access tokens of a world. */
final class TokensResource {
  private TokensResource() {}

  static void addTo(ControlTable table) {
    table.add("listTokens", TokensResource::list);
    table.add("createToken", TokensResource::create);
    table.add("revokeToken", TokensResource::revoke);
  }

  private static ApiResponse list(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().tokens().forEach(token -> items.add(describe(token)));
    return ApiResponse.ok(body);
  }

  private static ApiResponse create(ControlCall call) {
    var world = call.world();
    var fields = call.body().asFields("A token");
    var scopes = scopes(fields.texts("scopes"));
    var lifetime = fields.text("lifetime");
    fields.done();
    var value = world.mintToken(scopes, lifetime == null ? null : Duration.parse(lifetime));
    var token = find(world, value).orElseThrow();
    return ApiResponse.of(201, new Body.Json(describe(token)));
  }

  private static Set<Scope> scopes(List<String> words) {
    var scopes = EnumSet.noneOf(Scope.class);
    words.forEach(word -> scopes.add(Scope.valueOf(word.toUpperCase(Locale.ROOT))));
    return scopes.isEmpty() ? EnumSet.allOf(Scope.class) : scopes;
  }

  private static Optional<AccessToken> find(FakeWorld world, String value) {
    return world.tokens().stream().filter(token -> token.value().equals(value)).findFirst();
  }

  private static ObjectNode describe(AccessToken token) {
    var body = ControlCall.object();
    body.put("token", token.value());
    var scopes = body.putArray("scopes");
    token.scopes().stream().sorted().forEach(scope -> scopes.add(word(scope)));
    body.put("issuedAt", token.issuedAt().toString());
    var expires = token.expiresAt();
    if (expires != null) {
      body.put("expiresAt", expires.toString());
    }
    body.put("revoked", token.revoked());
    return body;
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  private static ApiResponse revoke(ControlCall call) {
    var world = call.world();
    var fields = call.body().asFields("A revocation");
    var value = fields.require("token").asText();
    fields.done();
    if (find(world, value).isEmpty()) {
      throw new ProblemException(
          Problem.of(
              404,
              DiagnosisCode.CONTROL_NOT_FOUND,
              "The world \"%s\" has no such token.".formatted(world.name()),
              "GET /__control/worlds/%s/tokens lists them.".formatted(world.name())));
    }
    world.revokeToken(value);
    return ApiResponse.noContent();
  }
}
