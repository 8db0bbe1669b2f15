package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Probes.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is needed while the coverables of a contract are found. */
record CoverageBuilding(
    ApiVersion version,
    CoverableList list,
    Probes parameters,
    Probes requests,
    Probes answers,
    Map<String, Optional<BodyProbe>> bodies) {

  static CoverageBuilding of(ApiVersion version, CompiledSchemas schemas) {
    var list = new CoverableList();
    return new CoverageBuilding(
        version,
        list,
        new Probes(list, Use.PARAMETER, schemas::request),
        new Probes(list, Use.REQUEST, schemas::request),
        new Probes(list, Use.ANSWER, schemas::response),
        new HashMap<>());
  }

  /**
   * The probe of the JSON of an answer; operations share most answers, and so their probes.
   *
   * @param operationId who has what is in no component
   */
  Optional<BodyProbe> body(Place response, String operationId) {
    return bodies.computeIfAbsent(
        response.pointer(),
        pointer ->
            MediaRule.json(MediaRule.of(response.child("content")))
                .map(MediaRule::schema)
                .filter(Place::exists)
                .map(schema -> new BodyProbe(schema, operationId, answers)));
  }
}
