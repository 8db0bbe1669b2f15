package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/** Compares the schemas of the sheets, and the frames of the WebSocket, with the document. */
final class SchemaFacts {
  private final FactSheets sheets;
  private final DocumentView document;
  private final Facts facts;

  SchemaFacts(FactSheets sheets, DocumentView document, Facts facts) {
    this.sheets = sheets;
    this.document = document;
    this.facts = facts;
  }

  void compareAll() {
    var types = new TypeFacts(sheets, document, facts);
    for (var known : sheets.schemas()) {
      var name = known.sheet() + " " + known.documentName();
      if (facts.knows(name + ": present")) {
        continue; // the sheet has the same shape twice under names of its own
      }
      var schema = document.schema(known.documentName());
      facts.check(name + ": present", true, schema.isObject());
      if (schema.isObject()) {
        types.compare(name, known.fact(), schema);
      }
    }
    webSocket(sheets.webSocket(), document.root().path("x-fake-websocket"));
  }

  /** A component that no fact has led to; run this last. */
  void compareRest() {
    facts.check("document schemas: known", "[]", document.untouchedSchemas());
  }

  private void webSocket(JsonNode fact, JsonNode socket) {
    facts.check(
        "core websocket: client",
        "[WSIncomingMessage, SetSubscriptionsMessage]",
        chain(socket, "client"));
    facts.check("core websocket: server", "[WSOutgoingMessage]", chain(socket, "server"));
    frames("core websocket commands", fact.path("client"), socket.path("commands"));
    frames("core websocket events", fact.path("server"), socket.path("events"));
    facts.check(
        "core websocket: error codes",
        fact.path("errorCodes"),
        document.schema("WSErrorMessage").at("/properties/code/enum"));
  }

  private void frames(String where, JsonNode known, JsonNode frames) {
    var expected = new TreeMap<String, String>();
    known
        .properties()
        .forEach(f -> expected.put(f.getKey(), sheets.documentName(f.getValue().asText())));
    var actual = new TreeMap<String, String>();
    frames
        .properties()
        .forEach(f -> actual.put(f.getKey(), String.join(" ", document.referenced(f.getValue()))));
    facts.check(where + ": names", expected.keySet(), actual.keySet());
    expected.forEach(
        (name, schema) ->
            facts.check(where + " " + name, schema, actual.getOrDefault(name, "none")));
  }

  private Object chain(JsonNode socket, String side) {
    return document.referenced(socket.path(side));
  }
}
