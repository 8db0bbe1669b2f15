package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rewrites what is written in the way of OpenAPI 3.0, where the validator wants that of 3.1: a
 * boolean {@code exclusiveMinimum} beside a {@code minimum} stops the validator, and swagger-parser
 * loses it without a word.
 */
final class Normalization {
  private static final Map<String, String> BOUNDS =
      Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

  private Normalization() {}

  /** Rewrites the tree of a document that nobody else has seen yet; returns what was done. */
  static List<String> apply(Document document) {
    var notices = new ArrayList<String>();
    DocumentWalk.visit(
        document,
        schema -> BOUNDS.forEach((exclusive, bound) -> rewrite(schema, exclusive, bound, notices)));
    return List.copyOf(notices);
  }

  private static void rewrite(Place schema, String exclusive, String bound, List<String> notices) {
    if (!schema.node().path(exclusive).isBoolean()) {
      return;
    }
    var object = (ObjectNode) schema.node();
    boolean excludes = object.remove(exclusive).booleanValue();
    if (excludes && object.has(bound)) {
      object.set(exclusive, object.remove(bound));
    }
    notices.add(
        "%s:%d (%s) a boolean %s is of OpenAPI 3.0 and was read as a number. Write %s: %s."
            .formatted(
                schema.document().source().name(),
                schema.document().line(Pointers.child(schema.pointer(), exclusive)),
                schema.pointer(),
                exclusive,
                excludes ? exclusive : bound,
                object.path(excludes ? exclusive : bound).asText("a number")));
  }
}
