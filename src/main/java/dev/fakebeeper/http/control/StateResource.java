package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.Snapshot;

/** The whole of a world as JSON, out and in. */
final class StateResource {
  private StateResource() {}

  static void addTo(ControlTable table) {
    table.add("getState", StateResource::get);
    table.add("putState", StateResource::put);
  }

  private static ApiResponse get(ControlCall call) {
    var snapshot = call.world().snapshot();
    var wanted =
        call.request().parameters().bool("tokens").orElse(false)
            ? snapshot.includingTokens()
            : snapshot;
    return ApiResponse.ok(PipedBody.json(wanted::write));
  }

  private static ApiResponse put(ControlCall call) {
    var world = call.world();
    world.restore(Snapshot.read(call.requestBody()));
    return ApiResponse.noContent();
  }
}
