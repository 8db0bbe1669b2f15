package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.faults.FaultFormat;
import dev.fakebeeper.control.faults.FaultJson;
import dev.fakebeeper.control.faults.PlannedFault;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.time.Duration;

/** The planned faults of a world. */
final class FaultsResource {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  private FaultsResource() {}

  static void addTo(ControlTable table) {
    table.add("listFaults", FaultsResource::list);
    table.add("planFault", FaultsResource::plan);
    table.add("clearFaults", FaultsResource::clear);
    table.add("getFault", call -> ApiResponse.ok(FaultJson.of(find(call))));
    table.add("removeFault", FaultsResource::remove);
    table.add("listHeldAnswers", FaultsResource::held);
    table.add("awaitHeldAnswers", FaultsResource::awaitHeld);
  }

  private static ApiResponse list(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().faults().list().forEach(planned -> items.add(FaultJson.of(planned)));
    return ApiResponse.ok(body);
  }

  private static ApiResponse plan(ControlCall call) {
    var faults = call.world().faults();
    var fault = FaultFormat.read(call.body());
    var name = fault.name();
    if (name != null && faults.named(name).isPresent()) {
      throw new ProblemException(taken(name));
    }
    try {
      return ApiResponse.of(201, new Body.Json(FaultJson.of(faults.plan(fault))));
    } catch (IllegalArgumentException refused) { // an operation or a tag that nobody knows
      throw new ProblemException(Problem.invalid(String.valueOf(refused.getMessage())));
    }
  }

  private static Problem taken(String name) {
    return Problem.of(
        409,
        DiagnosisCode.CONTROL_CONFLICT,
        "A fault named \"%s\" is planned already.".formatted(name),
        "Remove it, or choose another name.");
  }

  private static ApiResponse clear(ControlCall call) {
    call.world().faults().clear();
    return ApiResponse.noContent();
  }

  private static PlannedFault find(ControlCall call) {
    var world = call.world();
    var name = call.path("fault");
    return world
        .faults()
        .named(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        404,
                        DiagnosisCode.CONTROL_NOT_FOUND,
                        "The world \"%s\" has no fault \"%s\".".formatted(world.name(), name),
                        "GET /__control/worlds/%s/faults lists them.".formatted(world.name()))));
  }

  private static ApiResponse remove(ControlCall call) {
    find(call).remove();
    return ApiResponse.noContent();
  }

  private static ApiResponse held(ControlCall call) {
    var body = ControlCall.object();
    call.world().faults().held().forEach(body.putArray("held")::add);
    return ApiResponse.ok(body);
  }

  private static ApiResponse awaitHeld(ControlCall call) {
    var faults = call.world().faults();
    var fields = call.body().asFields("What to wait for");
    var answers = fields.require("answers").asCount();
    var within = fields.text("within");
    fields.done();
    return SocketsResource.inTime(
        () -> {
          faults.awaitHeld(answers, within == null ? USUAL_PATIENCE : Duration.parse(within));
          return ApiResponse.noContent();
        });
  }
}
