package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.Logins;
import org.jspecify.annotations.Nullable;

/** The sign-ins of a world, for reading. */
final class LoginSessionsResource {
  private LoginSessionsResource() {}

  static void addTo(ControlTable table) {
    table.add("listLoginSessions", LoginSessionsResource::list);
  }

  private static ApiResponse list(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().logins().sessions().forEach(session -> items.add(describe(session)));
    return ApiResponse.ok(body);
  }

  private static ObjectNode describe(Logins.Session session) {
    var node =
        ControlCall.object()
            .put("loginSessionID", session.id())
            .put("bridgeID", session.bridgeId())
            .put("flowID", session.flowId())
            .put("status", session.status());
    put(node, "stepID", session.stepId());
    put(node, "shown", session.shown());
    put(node, "failure", session.failure());
    put(node, "accountID", session.accountId());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
