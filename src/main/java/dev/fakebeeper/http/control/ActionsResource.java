package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.actions.ActionFormat;
import dev.fakebeeper.control.actions.Outcome;
import dev.fakebeeper.control.source.SourceNode;

/** What other people do, what happens to accounts and sockets: each operation is one action. */
final class ActionsResource {
  private ActionsResource() {}

  static void addTo(ControlTable table) {
    table.add("createIncomingMessage", body("message"));
    table.add("createIncomingEdit", body("edit"));
    table.add("createIncomingDeletion", body("deletion"));
    table.add("createIncomingReaction", body("reaction"));
    table.add("createIncomingReactionRemoval", body("reactionRemoval"));
    table.add("createIncomingRead", body("read"));
    table.add("createIncomingReceipt", body("receipt"));
    table.add("createIncomingChat", body("chat"));
    table.add("createIncomingGroup", body("group"));
    table.add("createIncomingChatRemoval", body("chatRemoval"));
    table.add("createIncomingJoin", body("join"));
    table.add("createIncomingDeparture", body("departure"));
    table.add("createIncomingHistory", body("history"));
    table.add("addAccount", body("account"));
    table.add("patchAccount", onAccount("accountStatus"));
    table.add("removeAccount", onAccount("accountRemoval"));
    table.add("patchSends", body("sends"));
    table.add("setDeadSends", body("deadSends"));
    table.add("addBridge", body("bridge"));
    table.add("patchBridge", onBridge("bridgeStatus"));
    table.add("removeBridge", onBridge("bridgeRemoval"));
    table.add("patchLogins", body("logins"));
    table.add("revokeLogin", body("loginRevocation"));
    table.add("patchLoginSession", onLogin("login"));
    table.add("confirmLogin", onLogin("loginConfirmation"));
    table.add("declineLogin", onLogin("loginRefusal"));
    table.add("rotateLogin", onLogin("loginRotation"));
    table.add("expireLogin", onLogin("loginExpiry"));
    table.add("failLogin", onLogin("loginFailure"));
    table.add("patchSetup", body("setup"));
    table.add("setSetupState", body("setupState"));
    table.add("addSetupMember", body("setupMember"));
    table.add("requestVerification", body("verification"));
    table.add("actOnVerification", body("verificationAct"));
    table.add("patchOAuth", body("consent"));
    table.add("addOAuthClient", body("oauthClient"));
    table.add("closeSockets", onSockets("socketClose"));
    table.add("cutSockets", onSockets("socketCut"));
    table.add("halfOpenSockets", onSockets("socketHalfOpen"));
    table.add("sendFrame", onSockets("socketFrame"));
    table.add("releaseEvents", onSockets("socketRelease"));
    table.add("addSocketRule", onSockets("socketRule"));
    table.add("clearSocketRules", onSockets("socketRuleRemoval"));
  }

  /** The body is what the action reads. */
  private static ControlHandler body(String action) {
    return call -> run(call, action, call.body());
  }

  /** The account that the path names belongs to what the action reads. */
  private static ControlHandler onAccount(String action) {
    return call -> run(call, action, call.bodyWith("accountID", call.path("accountID")));
  }

  private static ControlHandler onBridge(String action) {
    return call -> run(call, action, call.bodyWith("bridgeID", call.path("bridgeID")));
  }

  /** The path names a session, or the bridge of the only one there. */
  private static ControlHandler onLogin(String action) {
    return call -> run(call, action, call.bodyWith("loginSessionID", call.path("login")));
  }

  /** A client that does not read can keep its socket from getting as far. */
  private static ControlHandler onSockets(String action) {
    return call -> SocketsResource.inTime(() -> run(call, action, call.body()));
  }

  private static ApiResponse run(ControlCall call, String action, SourceNode node) {
    var world = call.world();
    return answer(ActionFormat.read(action, node).run(world));
  }

  /** One id as a text under its name, several as a list. */
  private static ApiResponse answer(Outcome outcome) {
    if (outcome.ids().isEmpty()) {
      return ApiResponse.noContent();
    }
    var body = ControlCall.object();
    outcome
        .ids()
        .forEach(
            (name, ids) -> {
              if (name.endsWith("IDs")) {
                ids.forEach(body.putArray(name)::add);
              } else {
                body.put(name, ids.get(0));
              }
            });
    return ApiResponse.of(201, new Body.Json(body));
  }
}
