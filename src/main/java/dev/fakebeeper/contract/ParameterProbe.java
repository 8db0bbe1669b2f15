package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.List;
import java.util.Map;

/** Finds whether a request has a parameter, and which of its values. Safe for many threads. */
final class ParameterProbe {
  private final String in;
  private final String name;
  private final int number;
  private final TextForm form;
  private final Probe values;

  ParameterProbe(Place parameter, String operationId, CoverageBuilding building) {
    in = parameter.text("in");
    name = parameter.text("name");
    number = building.list().add(Dimension.PARAMETERS, operationId, in + " " + name);
    var schema = ParameterRule.schemaOf(parameter);
    form = TextForm.of(schema);
    values = building.parameters().of(schema, operationId, in + " " + name);
  }

  void walk(ApiRequest request, Map<String, List<String>> query, Hits hits) {
    if (in.equals("path")) {
      hits.mark(number); // nobody calls the operation without it
      return;
    }
    var texts =
        in.equals("header") ? request.headers().all(name) : query.getOrDefault(name, List.of());
    if (!texts.isEmpty()) {
      hits.mark(number);
      values.walk(form.isArray() ? form.readAll(texts) : form.read(texts.get(0)), hits);
    }
  }
}
