package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.RecoveryKeyRules;
import dev.fakebeeper.world.SetupRequest;
import dev.fakebeeper.world.SetupRules;
import dev.fakebeeper.world.SetupRules.Answered;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.json.AppStateJson;

/** Signing in with the app, and the recovery key. Thread-safe: all state is in the world. */
final class SetupOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The state of sign-in and setup. */
  ApiResponse retrieve(Call call) {
    return ApiResponse.ok(session(call));
  }

  /** Begins a sign-in; by mail is the one way that has an operation. */
  ApiResponse start(Call call) {
    var request = call.world().change(SetupRules::start);
    var answer = JSON.objectNode().put("setupRequestID", request.id());
    answer.putArray("signInMethods").add("email");
    return ApiResponse.ok(answer);
  }

  /** Sends the code; the answer has no body (observed). */
  ApiResponse email(Call call) {
    var address = text(call, "email");
    call.world().run(tx -> SetupRules.mail(tx, requestId(call), address));
    return ApiResponse.noContent();
  }

  /** Takes the code: signs a known user in, and asks a new one to register. */
  ApiResponse response(Call call) {
    var code = text(call, "response");
    var answered =
        call.world()
            .change(tx -> SetupRules.answer(tx, call.session().worldName(), requestId(call), code));
    if (answered instanceof Answered.SignedIn signedIn) {
      return signedIn(call, signedIn.token());
    }
    if (answered instanceof Answered.IsNew isNew) {
      return ApiResponse.ok(registration(call.state().setup(), isNew.request()));
    }
    if (answered instanceof Answered.Refused refused) {
      return ApiError.unprocessable(refused.message()).toResponse();
    }
    throw new AssertionError("unknown answer: " + answered);
  }

  /** The texts are our own: those of the vendor's form are not known. */
  private static ObjectNode registration(SetupState setup, SetupRequest request) {
    var answer = JSON.objectNode();
    answer
        .putObject("copy")
        .put("submit", "Continue")
        .put("terms", "By going on you agree to the terms of this fake.")
        .put("title", "Choose a username")
        .put("usernamePlaceholder", "Username");
    answer
        .put("leadToken", request.leadToken())
        .put("registrationRequired", true)
        .put("setupRequestID", request.id());
    SetupRules.suggestions(setup, request).forEach(answer.putArray("usernameSuggestions")::add);
    return answer;
  }

  /** Registers a new user and signs them in. */
  ApiResponse register(Call call) {
    var wanted =
        new SetupRules.Registration(
            requestId(call), text(call, "leadToken"), text(call, "username"));
    return signedIn(
        call,
        call.world().change(tx -> SetupRules.register(tx, call.session().worldName(), wanted)));
  }

  private static ApiResponse signedIn(Call call, Token token) {
    var session = session(call);
    var credentials = JSON.objectNode().put("accessToken", token.value());
    credentials.setAll((ObjectNode) session.get("matrix").deepCopy());
    var answer = JSON.objectNode();
    answer.set("matrix", credentials);
    answer.set("session", session);
    return ApiResponse.ok(answer);
  }

  /** Unlocks with the recovery key. */
  ApiResponse verifyKey(Call call) {
    var key = text(call, "recoveryKey");
    call.world().run(tx -> RecoveryKeyRules.verify(tx, key));
    return withSession(call, JSON.objectNode());
  }

  /** Hands out a new recovery key. */
  ApiResponse resetKey(Call call) {
    var existing = new BodyFields(call.body()).text("existingRecoveryKey");
    var key = call.world().change(tx -> RecoveryKeyRules.reset(tx, existing));
    return withSession(call, JSON.objectNode().put("recoveryKey", key));
  }

  /** Puts the new recovery key in force. */
  ApiResponse confirmKey(Call call) {
    var key = text(call, "recoveryKey");
    call.world().run(tx -> RecoveryKeyRules.confirm(tx, key));
    return withSession(call, JSON.objectNode());
  }

  private static ApiResponse withSession(Call call, ObjectNode answer) {
    answer.set("session", session(call));
    return ApiResponse.ok(answer);
  }

  /** As it is by now: a step that takes no time is over already. */
  static ObjectNode session(Call call) {
    return AppStateJson.of(call.state().setup());
  }

  private static String requestId(Call call) {
    return text(call, "setupRequestID");
  }

  private static String text(Call call, String name) {
    return call.body().path(name).asText();
  }
}
