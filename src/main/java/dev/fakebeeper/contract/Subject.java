package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value that is to be varied, and all that it must keep.
 *
 * @param tree the value; never written to
 * @param rule the schema of the whole
 * @param further other schemas that hold at some JSON pointers
 * @param schemas the schemas of the document
 */
record Subject(
    JsonNode tree, SchemaRule rule, Map<String, SchemaRule> further, CompiledSchemas schemas) {

  /** What the value would break if it were the given tree. */
  List<Violation> violations(JsonNode changed) {
    var violations = new ArrayList<>(rule.violations(changed, Site.RESPONSE_BODY));
    further.forEach(
        (pointer, schema) -> {
          var part = changed.at(pointer);
          if (!part.isMissingNode()) {
            violations.addAll(schema.violations(part, Site.RESPONSE_BODY.at(pointer)));
          }
        });
    return violations;
  }

  /** The whole, ready to be walked. */
  Spot root() {
    return spot(List.of(), tree, List.of(rule.schema()));
  }

  /** The members or items of a value. */
  List<Spot> children(Spot spot) {
    var children = new ArrayList<Spot>();
    for (var name : spot.memberNames()) {
      var stated = spot.schemas().ofMember(name);
      children.add(spot(spot.below(name), spot.value().get(name), stated));
    }
    for (int i = 0; spot.value().isArray() && i < spot.value().size(); i++) {
      var stated = spot.schemas().ofItem(i);
      children.add(spot(spot.below(String.valueOf(i)), spot.value().get(i), stated));
    }
    return children;
  }

  private Spot spot(List<String> steps, JsonNode value, List<Place> stated) {
    var all = new ArrayList<>(stated);
    Optional.ofNullable(further.get(Pointers.of(steps))).ifPresent(rule -> all.add(rule.schema()));
    return new Spot(steps, value, new ValueSchemas(all, value, schemas));
  }
}
