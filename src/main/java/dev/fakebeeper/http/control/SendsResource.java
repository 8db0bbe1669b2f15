package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;

/** Steps of sends that wait to be called for. */
final class SendsResource {
  private SendsResource() {}

  static void addTo(ControlTable table) {
    table.add("stepSend", SendsResource::step);
  }

  private static ApiResponse step(ControlCall call) {
    var stepped = call.world().sends().step(call.path("pendingMessageID"));
    return ApiResponse.ok(ControlCall.object().put("stepped", stepped));
  }
}
