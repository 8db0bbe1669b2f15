package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.FakeWorld;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The time of a world. */
final class ClockResource {
  private ClockResource() {}

  static void addTo(ControlTable table) {
    table.add("getClock", ClockResource::get);
    table.add("setClock", ClockResource::set);
    table.add("advanceClock", ClockResource::advance);
    table.add("settleClock", call -> fired(call.world(), call.world().settle()));
    table.add("listDue", ClockResource::due);
  }

  private static ApiResponse get(ControlCall call) {
    var world = call.world();
    var clock = world.clock();
    var body = ControlCall.object();
    body.put("mode", clock.mode().name().toLowerCase(Locale.ROOT));
    body.put("now", String.valueOf(clock.at()));
    body.put("rate", clock.rate());
    body.put("due", world.due().size());
    return ApiResponse.ok(body);
  }

  private static ApiResponse set(ControlCall call) {
    var world = call.world();
    return fired(world, world.setClock(ClockFormat.read(call.body())));
  }

  private static ApiResponse advance(ControlCall call) {
    var world = call.world();
    var fields = call.body().asFields("A step of the clock");
    var by = Duration.parse(fields.require("by").asText());
    fields.done();
    return fired(world, world.advance(by));
  }

  private static ApiResponse fired(FakeWorld world, List<String> fired) {
    var body = ControlCall.object();
    body.put("now", world.now().toString());
    fired.forEach(body.putArray("fired")::add);
    return ApiResponse.ok(body);
  }

  private static ApiResponse due(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    for (var due : call.world().due()) {
      items.addObject().put("at", due.at().toString()).put("what", due.what());
    }
    return ApiResponse.ok(body);
  }
}
