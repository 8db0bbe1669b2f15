package dev.fakebeeper.contract;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Visits every object of a document that OpenAPI or JSON Schema give a meaning, in document order,
 * and leaves out what is only data: examples, defaults, enumerated values, extensions.
 */
final class DocumentWalk {
  /** The members of these are named by the author, so a name that looks like a keyword is none. */
  private static final Set<String> NAMED =
      Set.of(
          "paths",
          "content",
          "responses",
          "headers",
          "schemas",
          "parameters",
          "requestBodies",
          "pathItems",
          "encoding",
          "securitySchemes",
          "properties",
          "patternProperties",
          "dependentSchemas",
          "$defs",
          "definitions");

  private static final Set<String> DATA =
      Set.of("example", "examples", "default", "const", "enum", "value", "mapping");

  private final Consumer<Place> visitor;

  private DocumentWalk(Consumer<Place> visitor) {
    this.visitor = visitor;
  }

  static void visit(Document document, Consumer<Place> visitor) {
    new DocumentWalk(visitor).described(document.at(""));
  }

  private void described(Place place) {
    if (place.node().isObject()) {
      visitor.accept(place);
    }
    for (var member : place.children()) {
      boolean skipped = DATA.contains(member.name()) || member.name().startsWith("x-");
      if (place.node().isArray()) {
        described(member);
      } else if (NAMED.contains(member.name()) && member.node().isObject()) {
        member.children().forEach(this::described);
      } else if (!skipped) {
        described(member);
      }
    }
  }
}
