package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.actions.SocketJson;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The event sockets of a world and their rules. */
final class SocketsResource {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  private SocketsResource() {}

  static void addTo(ControlTable table) {
    table.add("listSockets", call -> items(SocketJson.sockets(call.world().sockets())));
    table.add("listSocketRules", call -> items(SocketJson.rules(call.world().sockets())));
    table.add("awaitSockets", SocketsResource::await);
    table.add("removeSocketRule", SocketsResource::removeRule);
  }

  private static ApiResponse items(List<ObjectNode> items) {
    var body = ControlCall.object();
    items.forEach(body.putArray("items")::add);
    return ApiResponse.ok(body);
  }

  private static ApiResponse await(ControlCall call) {
    var sockets = call.world().sockets();
    var fields = call.body().asFields("What to wait for");
    var open = fields.number("open");
    var subscribed = fields.number("subscribed");
    var within = fields.text("within");
    fields.done();
    var patience = within == null ? USUAL_PATIENCE : Duration.parse(within);
    return inTime(
        () -> {
          if (open != null) {
            sockets.awaitOpen(open, patience);
          }
          if (subscribed != null) {
            sockets.awaitSubscribed(subscribed, patience);
          }
          return ApiResponse.noContent();
        });
  }

  private static ApiResponse removeRule(ControlCall call) {
    var world = call.world();
    var id = call.path("ruleID");
    if (!world.sockets().removeRule(id)) {
      throw new ProblemException(
          Problem.of(
              404,
              DiagnosisCode.CONTROL_NOT_FOUND,
              "The world \"%s\" has no rule %s.".formatted(world.name(), id),
              "GET /__control/worlds/%s/sockets/rules lists them.".formatted(world.name())));
    }
    return ApiResponse.noContent();
  }

  /** What does not happen in time clashes with what clients do. */
  static <T> T inTime(Supplier<T> waiting) {
    try {
      return waiting.get();
    } catch (IllegalStateException late) {
      throw new ProblemException(
          Problem.of(409, DiagnosisCode.CONTROL_CONFLICT, String.valueOf(late.getMessage()), null));
    }
  }
}
