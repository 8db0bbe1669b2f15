package dev.fakebeeper.contract;

import dev.fakebeeper.contract.JsonSchemas.Direction;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of one document, each compiled at most once for each direction. A place that only
 * refers to another one shares its rule, so that an entity which was checked for a list need not be
 * checked again when it is shown alone. Safe for use by many threads.
 */
final class CompiledSchemas {
  private final Document document;
  private final Map<Direction, JsonSchemas> schemas = new EnumMap<>(Direction.class);
  private final Map<String, SchemaRule> requests = new ConcurrentHashMap<>();
  private final Map<String, SchemaRule> responses = new ConcurrentHashMap<>();

  CompiledSchemas(Document document) {
    this.document = document;
  }

  SchemaRule request(Place schema) {
    return rule(schema, Direction.REQUEST);
  }

  SchemaRule response(Place schema) {
    return rule(schema, Direction.RESPONSE);
  }

  private SchemaRule rule(Place schema, Direction direction) {
    var place = withoutBareReference(schema);
    var known = direction == Direction.REQUEST ? requests : responses;
    return known.computeIfAbsent(
        place.pointer(),
        pointer -> new SchemaRule(place, () -> compiler(direction).compile(place)));
  }

  private static Place withoutBareReference(Place schema) {
    var place = schema;
    while (place.node().size() == 1 && place.reference().isPresent()) {
      place = place.reference().get();
    }
    return place;
  }

  private synchronized JsonSchemas compiler(Direction direction) {
    return schemas.computeIfAbsent(direction, d -> new JsonSchemas(document, d));
  }
}
