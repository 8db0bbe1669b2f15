package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.FakeWorld;
import java.util.Optional;

/** Opens, shows, resets and closes worlds. */
final class WorldsResource {
  private WorldsResource() {}

  static void addTo(ControlTable table) {
    table.add("listWorlds", WorldsResource::list);
    table.add("createWorld", WorldsResource::create);
    table.add("getWorld", WorldsResource::get);
    table.add("deleteWorld", WorldsResource::delete);
    table.add("resetWorld", WorldsResource::reset);
    table.add("resetAllWorlds", WorldsResource::resetAll);
  }

  /** A world that closes while the list is made is left out. */
  private static ApiResponse list(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.worlds().names().stream()
        .map(call.worlds()::find)
        .flatMap(Optional::stream)
        .forEach(world -> items.add(describe(world, call)));
    return ApiResponse.ok(body);
  }

  private static ApiResponse create(ControlCall call) {
    var world = WorldFormat.open(call);
    return ApiResponse.of(201, new Body.Json(describe(world, call)));
  }

  private static ApiResponse get(ControlCall call) {
    return ApiResponse.ok(describe(call.world(), call));
  }

  private static ObjectNode describe(FakeWorld world, ControlCall call) {
    var body = ControlCall.object();
    body.put("name", world.name());
    body.put("token", world.token());
    body.put("baseURL", call.baseUrl());
    body.put("now", world.now().toString());
    world.accountIds().forEach(body.putArray("accountIDs")::add);
    return body;
  }

  private static ApiResponse delete(ControlCall call) {
    call.world().close();
    return ApiResponse.noContent();
  }

  private static ApiResponse reset(ControlCall call) {
    call.world().reset();
    return ApiResponse.noContent();
  }

  private static ApiResponse resetAll(ControlCall call) {
    call.worlds().names().stream()
        .map(call.worlds()::find)
        .flatMap(Optional::stream)
        .forEach(FakeWorld::reset);
    return ApiResponse.noContent();
  }
}
