package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginRules;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.LoginStep;
import dev.fakebeeper.world.json.LoginSessionJson;
import java.util.HashMap;
import java.util.Map;

/** Signing in on a bridge, step by step. Thread-safe: all state is in the world. */
final class LoginSessionsOperations {
  private final LoginSessionJson json;

  LoginSessionsOperations(LoginSessionJson json) {
    this.json = json;
  }

  /** Begins a session and shows its first step. */
  ApiResponse create(Call call) {
    var fields = new BodyFields(call.body());
    var wanted =
        new LoginRules.Wanted(
            fields.text("flowID"), fields.text("loginID"), fields.text("accountID"));
    return answer(call, call.world().change(tx -> LoginRules.create(tx, bridgeId(call), wanted)));
  }

  /** The session as it is now. */
  ApiResponse get(Call call) {
    var state = call.state();
    BridgeRules.require(state, bridgeId(call));
    var session = state.bridges().requireSession(bridgeId(call), sessionId(call));
    return ApiResponse.ok(json.write(state, session));
  }

  /** Gives up; the answer has a body (documented). */
  ApiResponse cancel(Call call) {
    call.world().run(tx -> LoginRules.cancel(tx, bridgeId(call), sessionId(call)));
    return ApiResponse.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("bridgeID", bridgeId(call))
            .put("loginSessionID", sessionId(call))
            .put("status", "cancelled"));
  }

  /** Answers the present step; the session after it is the answer (documented). */
  ApiResponse submit(Call call) {
    var answer = new LoginRules.Answer(type(call.body()), values(call.body().path("fields")));
    var session =
        call.world()
            .change(
                tx ->
                    LoginRules.submit(
                        tx,
                        bridgeId(call),
                        sessionId(call),
                        call.parameters().path("stepID"),
                        answer));
    var failure = session.failure();
    return failure != null
            && session.isOpen()
            && session.plan().onWrong() == LoginPlan.OnWrong.REFUSED
        ? ApiError.unprocessable(failure.message()).toResponse()
        : answer(call, session);
  }

  private static Class<? extends LoginStep> type(JsonNode body) {
    var type = body.path("type").asText();
    return switch (type) {
      case "user_input" -> LoginStep.UserInput.class;
      case "cookies" -> LoginStep.Cookies.class;
      case "display_and_wait" -> LoginStep.DisplayAndWait.class;
      default ->
          throw new ApiException(
              ApiError.invalid("type", "user_input, cookies or display_and_wait", type));
    };
  }

  private static Map<String, String> values(JsonNode fields) {
    var values = new HashMap<String, String>();
    fields.properties().forEach(field -> values.put(field.getKey(), field.getValue().asText()));
    return values;
  }

  /** Where the other side takes no time, the session is further than the change has left it. */
  private ApiResponse answer(Call call, LoginSession session) {
    var state = call.state();
    var now = state.bridges().findSession(session.id()).orElse(session);
    return ApiResponse.ok(json.write(state, now));
  }

  private static String bridgeId(Call call) {
    return call.parameters().path("bridgeID");
  }

  private static String sessionId(Call call) {
    return call.parameters().path("loginSessionID");
  }
}
