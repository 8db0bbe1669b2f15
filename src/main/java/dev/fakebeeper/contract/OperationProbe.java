package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a request of one operation, and its answer, exercise. Safe for many threads. */
final class OperationProbe {
  private final String id;
  private final int number;
  private final OperationRules rules;
  private final List<ParameterProbe> parameters = new ArrayList<>();
  private final List<Probe> bodies = new ArrayList<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Map<String, BodyProbe> answers = new HashMap<>();

  OperationProbe(OperationRules rules, CoverageBuilding building) {
    this.rules = rules;
    var place = rules.place();
    id = place.operation().id();
    number = building.list().add(Dimension.OPERATIONS, id, id);
    for (var parameter : place.parameters()) {
      parameters.add(new ParameterProbe(parameter, id, building));
    }
    addBodies(place.place().child("requestBody").follow().child("content"), building);
    for (var response : place.place().child("responses").children()) {
      addAnswer(response.name(), response.follow(), building);
    }
  }

  private void addBodies(Place content, CoverageBuilding building) {
    for (var media : content.children()) {
      if (media.child("schema").exists()) {
        bodies.add(building.requests().of(media.child("schema"), id, ""));
      }
    }
  }

  private void addAnswer(String status, Place response, CoverageBuilding building) {
    if (status.startsWith("x-") || !Since.isIn(response.node(), building.version())) {
      return;
    }
    statuses.put(status, building.list().add(Dimension.STATUSES, id, status));
    building.body(response, id).ifPresent(body -> answers.put(status, body));
  }

  /**
   * Marks the call and what its request has sent. One that breaks the contract has exercised
   * nothing else: what it names may stand anywhere.
   */
  void sent(ApiRequest request, Hits hits) {
    hits.call(id);
    hits.mark(number);
    var checked = rules.requests().check(Map.of(), request);
    if (!checked.isValid()) {
      return;
    }
    var query = QueryText.parse(request.rawQuery()).values();
    parameters.forEach(parameter -> parameter.walk(request, query, hits));
    var body = Optional.ofNullable(checked.body()).orElseGet(JsonNodeFactory.instance::missingNode);
    var whole = body instanceof ObjectNode fields ? withFiles(fields, request.parts()) : body;
    bodies.forEach(probe -> probe.walk(whole, hits));
  }

  /** Files of a form are not in its JSON. */
  private static ObjectNode withFiles(ObjectNode fields, List<BodyPart> parts) {
    var all = JsonNodeFactory.instance.objectNode();
    parts.forEach(part -> all.put(part.name(), ""));
    return all.setAll(fields);
  }

  /** Marks what an answer has shown. */
  void answered(ApiResponse response, Hits hits) {
    var status = ResponseRules.nameIn(statuses.keySet(), response.status());
    hits.mark(statuses.get(status));
    var answer = answers.get(status);
    if (answer != null) {
      answer.walk(response.body(), hits);
    }
  }
}
