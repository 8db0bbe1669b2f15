package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.Snapshot;

/** Keeps moments of a world, and goes back to them. */
final class SnapshotsResource {
  private static final String SNAPSHOT = "snapshot";

  private SnapshotsResource() {}

  static void addTo(ControlTable table) {
    table.add("listSnapshots", SnapshotsResource::list);
    table.add("saveSnapshot", SnapshotsResource::save);
    table.add("getSnapshot", SnapshotsResource::get);
    table.add("deleteSnapshot", SnapshotsResource::delete);
    table.add("restoreSnapshot", SnapshotsResource::restore);
  }

  /** A snapshot that is removed while the list is made is left out. */
  private static ApiResponse list(ControlCall call) {
    var snapshots = call.world().snapshots();
    var body = ControlCall.object();
    var items = body.putArray("items");
    for (var name : snapshots.names()) {
      snapshots.find(name).ifPresent(snapshot -> items.add(describe(name, snapshot)));
    }
    return ApiResponse.ok(body);
  }

  private static ApiResponse save(ControlCall call) {
    var world = call.world();
    var fields = call.body().asFields("A snapshot");
    var name = fields.require("name").asText();
    fields.done();
    return ApiResponse.of(201, new Body.Json(describe(name, world.snapshots().save(name))));
  }

  private static ApiResponse get(ControlCall call) {
    var name = call.path(SNAPSHOT);
    return ApiResponse.ok(describe(name, call.world().snapshots().require(name)));
  }

  private static ObjectNode describe(String name, Snapshot snapshot) {
    return ControlCall.object().put("name", name).put("at", snapshot.at().toString());
  }

  private static ApiResponse delete(ControlCall call) {
    call.world().snapshots().remove(call.path(SNAPSHOT));
    return ApiResponse.noContent();
  }

  private static ApiResponse restore(ControlCall call) {
    var world = call.world();
    world.restore(world.snapshots().require(call.path(SNAPSHOT)));
    return ApiResponse.noContent();
  }
}
