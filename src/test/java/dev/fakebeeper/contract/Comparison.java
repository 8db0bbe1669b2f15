package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** One comparison of a document with all facts. */
final class Comparison {
  private static final FactSheets SHEETS = new FactSheets();

  private Comparison() {}

  static Facts of(JsonNode root) {
    var document = new DocumentView(root);
    var facts = new Facts();
    var schemas = new SchemaFacts(SHEETS, document, facts);
    new HeadFacts(SHEETS, document, facts).compareAll();
    new OperationFacts(SHEETS, document, facts).compareAll();
    schemas.compareAll();
    new VersionFacts(SHEETS, document, facts).compareAll();
    schemas.compareRest();
    return facts;
  }
}
