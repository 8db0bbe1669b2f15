package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.world.ClientFacts;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.ConsentRules;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthException;
import dev.fakebeeper.world.Scopes;
import dev.fakebeeper.world.Token;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The user is asked whether a client may have a token. Thread-safe: all state is in the world. */
final class ConsentOperations {

  /** Shows the page that asks, or sends the browser back at once where nobody needs to look. */
  ApiResponse authorize(Call call) {
    var clientId = call.parameters().text("client_id").orElse("");
    var client = call.state().oauth().findClient(clientId);
    var wish = wish(call, clientId, client.orElse(null));
    try {
      var reply = call.world().change(tx -> ConsentRules.ask(tx, call.world().name(), wish));
      if (reply instanceof ConsentRules.Reply.SentTo sent) {
        return found(302, sent.url());
      }
      var asked = (ConsentRules.Reply.Asked) reply;
      return ConsentPage.answer(
          200, ConsentPage.question(client.orElseThrow(), asked.request(), asked.where()));
    } catch (OAuthException refusal) {
      return OAuthRefusals.page(refusal.error());
    }
  }

  private static ConsentRequest.Wish wish(
      Call call, String clientId, @Nullable OAuthClient client) {
    var asked = call.parameters();
    var userAgent = call.raw().headers().first("User-Agent").orElse(null);
    return new ConsentRequest.Wish(
        client == null
            ? new ClientFacts(clientId, null, userAgent, null)
            : ClientFacts.of(client, userAgent),
        asked.text("redirect_uri").orElse(null),
        asked.text("state").orElse(null),
        Scopes.read(asked.text("scope").orElse(null), Scopes.all()),
        asked.text("code_challenge").orElse(""),
        asked.text("resource").orElse(null));
  }

  private static ApiResponse found(int status, String url) {
    return ApiResponse.of(status, new Body.Empty())
        .with("Location", url)
        .with("Cache-Control", "no-store");
  }

  /**
   * Takes the decision. The app's own page brings it in JSON and sends the browser on by itself
   * (documented); the page of this fake is a form, so that it needs no script, and is sent on.
   */
  ApiResponse callback(Call call) {
    var fields = new BodyFields(call.body());
    var requestId = fields.text("request");
    return requestId == null ? answer(call, fields) : decide(call, requestId);
  }

  private static ApiResponse decide(Call call, String requestId) {
    var denied = "deny".equals(new BodyFields(call.body()).text("decision"));
    try {
      var url =
          call.world()
              .change(
                  tx -> {
                    var target =
                        denied
                            ? ConsentRules.deny(tx, requestId)
                            : ConsentRules.approve(
                                tx, call.world().name(), requestId, scopes(call));
                    ConsentRules.fetched(tx, requestId);
                    return target;
                  });
      return found(303, url);
    } catch (OAuthException refusal) {
      return OAuthRefusals.page(refusal.error());
    }
  }

  /** Those of the body, without those that it does not know; reading where it names none. */
  private static Set<Token.Scope> scopes(Call call) {
    var scopes = EnumSet.of(Token.Scope.READ);
    for (var word : call.body().path("scopes")) {
      scopes.add(Token.Scope.valueOf(word.asText().toUpperCase(Locale.ROOT)));
    }
    return scopes;
  }

  private static ApiResponse answer(Call call, BodyFields fields) {
    var about = fields.object("clientInfo");
    var wish =
        new ConsentRequest.Wish(
            facts(
                call,
                about == null ? new BodyFields(JsonNodeFactory.instance.objectNode()) : about),
            null,
            fields.text("state"),
            scopes(call),
            String.valueOf(fields.text("codeChallenge")),
            fields.text("resource"));
    var body = JsonNodeFactory.instance.objectNode();
    try {
      var verdict = call.world().change(tx -> ConsentRules.answer(tx, call.world().name(), wish));
      put(body, "code", verdict.code());
      put(body, "error", verdict.error());
    } catch (OAuthException refusal) {
      body.put("error", refusal.error().code().word());
    }
    put(body, "state", wish.state());
    return ApiResponse.ok(body).with("Cache-Control", "no-store");
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  private static ClientFacts facts(Call call, BodyFields about) {
    var id = about.text("clientID");
    var name = about.text("name");
    var known = id == null ? null : call.state().oauth().clients().get(id);
    return new ClientFacts(
        id,
        name == null && known != null ? known.name() : name,
        about.text("userAgent"),
        about.text("remoteAddress"));
  }
}
