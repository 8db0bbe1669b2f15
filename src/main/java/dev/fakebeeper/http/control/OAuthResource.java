package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.control.OAuth;
import dev.fakebeeper.control.actions.ActionFormat;
import java.util.Locale;

/** The OAuth clients of a world, and what its user is asked. */
final class OAuthResource {
  private OAuthResource() {}

  static void addTo(ControlTable table) {
    table.add("listOAuthClients", OAuthResource::clients);
    table.add("listQuestions", OAuthResource::questions);
    table.add("approveQuestion", decided("consentApproval"));
    table.add("denyQuestion", decided("consentDenial"));
  }

  private static ApiResponse clients(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().oauth().clients().forEach(client -> items.add(describe(client)));
    return ApiResponse.ok(body);
  }

  private static ObjectNode describe(OAuth.Client client) {
    var node = ControlCall.object().put("clientID", client.id()).put("name", client.name());
    client.redirectUris().forEach(node.putArray("redirectURIs")::add);
    return node;
  }

  private static ApiResponse questions(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().oauth().questions().forEach(question -> items.add(describe(question)));
    return ApiResponse.ok(body);
  }

  private static ObjectNode describe(OAuth.Question question) {
    var node =
        ControlCall.object()
            .put("questionID", question.id())
            .put("clientID", question.clientId())
            .put("redirectURI", question.redirectUri());
    var scopes = node.putArray("scopes");
    question.scopes().stream().sorted().forEach(scope -> scopes.add(word(scope)));
    return node.put("expiresAt", question.expiresAt().toString())
        .put("answered", question.answered());
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  /** The path names the question, or its client. */
  private static ControlHandler decided(String action) {
    return call -> {
      var world = call.world();
      var node = call.bodyWith("questionID", call.path("question"));
      var ids = ActionFormat.read(action, node).run(world).ids();
      var body = ControlCall.object();
      ids.forEach((name, values) -> body.put(name, values.get(0)));
      return ApiResponse.ok(body);
    };
  }
}
