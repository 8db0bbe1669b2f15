package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.scenarios.LoadedScenario;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.ScenarioFailure;
import dev.fakebeeper.control.scenarios.Scenarios;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceNode;
import org.jspecify.annotations.Nullable;

/** Scenarios: those that come with the product, and those that a world plays. */
final class ScenariosResource {
  private static final String SCENARIO = "scenario";

  private ScenariosResource() {}

  static void addTo(ControlTable table) {
    table.add("listBundledScenarios", call -> bundled());
    table.add("getBundledScenario", call -> ApiResponse.ok(describe(named(call.path(SCENARIO)))));
    table.add("listScenarios", ScenariosResource::list);
    table.add("loadScenario", ScenariosResource::load);
    table.add("unloadScenario", ScenariosResource::unload);
  }

  private static ApiResponse bundled() {
    var body = ControlCall.object();
    var items = body.putArray("items");
    for (var name : Scenarios.bundled()) {
      items.addObject().put("name", name).put("about", Scenarios.named(name).about());
    }
    return ApiResponse.ok(body);
  }

  private static Scenario named(String name) {
    if (!Scenarios.bundled().contains(name)) {
      throw new ProblemException(
          Problem.of(
              404,
              DiagnosisCode.CONTROL_NOT_FOUND,
              "There is no scenario \"%s\".".formatted(name),
              Nearest.of(name, Scenarios.bundled())
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("GET /__control/scenarios lists them.")));
    }
    return Scenarios.named(name);
  }

  private static ObjectNode describe(Scenario scenario) {
    return ControlCall.object()
        .put("name", scenario.name())
        .put("about", scenario.about())
        .put("markdown", scenario.markdown());
  }

  private static ApiResponse list(ControlCall call) {
    var body = ControlCall.object();
    var items = body.putArray("items");
    call.world().scenarios().loaded().forEach(loaded -> items.add(describe(loaded)));
    return ApiResponse.ok(body);
  }

  private static ApiResponse load(ControlCall call) {
    var world = call.world();
    var fields = call.body().asFields("What to load");
    var bundled = fields.find("name");
    var written = fields.find(SCENARIO);
    fields.done();
    var scenario = scenario(bundled == null ? written : bundled);
    var loaded = world.scenarios().load(scenario);
    return ApiResponse.of(201, new Body.Json(describe(loaded)));
  }

  /** A scenario by the name of one that comes with the product, or as it is written there. */
  static Scenario scenario(@Nullable SourceNode node) {
    if (node == null) {
      throw new IllegalStateException("the document demands one of the two");
    }
    return node instanceof SourceNode.Scalar ? named(node.asText()) : Scenario.read(node);
  }

  private static ObjectNode describe(LoadedScenario loaded) {
    var body = ControlCall.object();
    body.put("name", loaded.name());
    body.put("loadedAt", loaded.loadedAt().toString());
    var tokens = body.putObject("tokens");
    loaded.tokens().forEach(tokens::put);
    var failures = body.putArray("failures");
    loaded.failures().forEach(failure -> failures.add(describe(failure)));
    return body;
  }

  private static ObjectNode describe(ScenarioFailure failure) {
    return ControlCall.object()
        .put("entry", failure.entry())
        .put("step", failure.step())
        .put("at", failure.at().toString())
        .put("message", failure.message());
  }

  private static ApiResponse unload(ControlCall call) {
    call.world().scenarios().unload(call.path(SCENARIO));
    return ApiResponse.noContent();
  }
}
