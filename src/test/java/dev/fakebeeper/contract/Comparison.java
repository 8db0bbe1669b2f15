package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One comparison of a document with all facts. */
final class Comparison {
  private static final FactSheets SHEETS = new FactSheets();

  private Comparison() {}

  /** Of what the document has that no source knows, nothing is compared. */
  static Facts of(JsonNode root) {
    var document = new DocumentView(withoutOwn(root.deepCopy()));
    var facts = new Facts();
    var schemas = new SchemaFacts(SHEETS, document, facts);
    new HeadFacts(SHEETS, document, facts).compareAll();
    new OperationFacts(SHEETS, document, facts).compareAll();
    schemas.compareAll();
    new VersionFacts(SHEETS, document, facts).compareAll();
    schemas.compareRest();
    return facts;
  }

  private static JsonNode withoutOwn(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(member -> member.getValue().path("x-fake-own").asBoolean());
    }
    node.forEach(Comparison::withoutOwn);
    return node;
  }
}
