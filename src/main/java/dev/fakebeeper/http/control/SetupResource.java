package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.Verifications;
import org.jspecify.annotations.Nullable;

/** Sign-in and setup of the app, and device verifications, for reading. */
final class SetupResource {
  private SetupResource() {}

  static void addTo(ControlTable table) {
    table.add("getSetup", SetupResource::setup);
    table.add("listSetupMail", SetupResource::mail);
    table.add("listVerifications", SetupResource::verifications);
  }

  private static ApiResponse setup(ControlCall call) {
    var setup = call.world().setup();
    var body = ControlCall.object().put("state", setup.state());
    put(body, "userID", setup.userId().orElse(null));
    put(body, "recoveryKey", setup.recoveryKey().orElse(null));
    put(body, "offeredRecoveryKey", setup.offeredRecoveryKey().orElse(null));
    return ApiResponse.ok(body);
  }

  private static ApiResponse mail(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    for (var mail : call.world().setup().mail()) {
      items
          .addObject()
          .put("to", mail.to())
          .put("code", mail.code())
          .put("sentAt", mail.sentAt().toString())
          .put("setupRequestID", mail.setupRequestId());
    }
    return ApiResponse.ok(body);
  }

  private static ApiResponse verifications(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().verifications().all().forEach(one -> items.add(describe(one)));
    return ApiResponse.ok(body);
  }

  private static ObjectNode describe(Verifications.Running one) {
    var node =
        ControlCall.object()
            .put("verificationID", one.id())
            .put("purpose", one.purpose())
            .put("direction", one.direction())
            .put("state", one.state());
    put(node, "emojis", one.emojis());
    put(node, "decimals", one.decimals());
    put(node, "shownHere", one.shownHere());
    put(node, "shownThere", one.shownThere());
    put(node, "failure", one.failure());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
