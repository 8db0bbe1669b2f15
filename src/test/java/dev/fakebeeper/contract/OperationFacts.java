package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.FactSheets.KnownOperation;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the operations of the sheets with those of the document, both ways. */
final class OperationFacts {
  private static final Map<String, String> SECURITY =
      Map.of(
          "bearerAuth", "[{\"bearerAuth\":[]}]",
          "none", "[]",
          "optional", "[{\"bearerAuth\":[]},{}]");

  private final FactSheets sheets;
  private final DocumentView document;
  private final Facts facts;
  private final TypeFacts types;

  OperationFacts(FactSheets sheets, DocumentView document, Facts facts) {
    this.sheets = sheets;
    this.document = document;
    this.facts = facts;
    this.types = new TypeFacts(sheets, document, facts);
  }

  void compareAll() {
    var actual = document.operations();
    var known = new TreeSet<String>();
    for (var operation : sheets.operations()) {
      known.add(operation.key());
      var found = actual.get(operation.key());
      facts.check(operation.name() + ": present", true, found != null);
      if (found != null) {
        compare(operation, found);
      }
    }
    for (var key : actual.keySet()) {
      facts.check("document " + key + ": known", true, known.contains(key));
    }
  }

  private void compare(KnownOperation known, JsonNode operation) {
    var name = known.name();
    var fact = known.fact();
    facts.check(name + ": operationId", known.id(), operation.path("operationId").asText());
    facts.check(name + ": tags", "[\"" + fact.path("tag").asText() + "\"]", operation.path("tags"));
    facts.check(
        name + ": deprecated", fact.path("deprecated"), operation.path("deprecated").asBoolean());
    facts.check(
        name + ": sdk",
        fact.path("sdkMethod").asText(),
        operation.path("x-fake-sdk").asText("null"));
    EvidenceFacts.check(facts, name, operation);
    security(known, operation);
    parameters(name, fact.path("parameters"), operation.path("parameters"));
    body(name + " body", fact.path("requestBody"), operation.path("requestBody"));
    responses(name, fact.path("responses"), operation.path("responses"));
  }

  /** Where a sheet is silent on the scope, the history has it, or the operation is open. */
  private void security(KnownOperation known, JsonNode operation) {
    var fact = known.fact();
    var security = fact.path("security").asText();
    var open = security.equals("none");
    var silent = sheets.history().path("scopes").path(known.id()).asText("none");
    var documented = open && !fact.path("rev").asText().equals("O");
    facts.check(
        known.name() + ": security",
        SECURITY.getOrDefault(security, "unknown"),
        operation.path("security"));
    facts.check(
        known.name() + ": scope",
        fact.path("scope").isNull() ? silent : fact.path("scope").asText(),
        operation.path("x-fake-scope").asText());
    facts.check(
        known.name() + ": scope basis",
        fact.path("scopeBasis").isNull()
            ? documented ? "documented" : "inferred"
            : fact.path("scopeBasis").asText(),
        operation.path("x-fake-scope-basis").asText());
  }

  private void parameters(String name, JsonNode known, JsonNode parameters) {
    var actual = new TreeMap<String, JsonNode>();
    for (var parameter : parameters) {
      var effective = document.effective(parameter);
      actual.put(effective.path("in").asText() + " " + effective.path("name").asText(), effective);
    }
    var expected = new TreeSet<String>();
    for (var fact : known) {
      var key = fact.path("in").asText() + " " + fact.path("name").asText();
      expected.add(key);
      if (actual.containsKey(key)) {
        parameter(name + " " + key, fact, actual.get(key));
      }
    }
    facts.check(name + ": parameters", expected, actual.keySet());
  }

  private void parameter(String where, JsonNode fact, JsonNode parameter) {
    facts.check(
        where + ": required", fact.path("required"), parameter.path("required").asBoolean());
    if (fact.path("type").asText().equals("array")) {
      // OpenAPI's defaults for a query parameter mean repeated keys
      facts.check(
          where + ": style", fact.path("style").asText(), parameter.path("style").asText("form"));
      facts.check(
          where + ": explode", fact.path("explode"), parameter.path("explode").asBoolean(true));
    }
    types.compare(where, fact, parameter.path("schema"));
  }

  private void body(String where, JsonNode fact, JsonNode body) {
    facts.check(where + ": present", fact.isObject(), body.isObject());
    if (!fact.isObject() || !body.isObject()) {
      return;
    }
    facts.check(where + ": required", fact.path("sdkRequires").asBoolean(), body.path("required"));
    facts.check(where + ": media types", names(fact.path("content")), names(body.path("content")));
    var only = fact.path("content").elements().next();
    for (var media : body.path("content").properties()) {
      var schema = fact.path("content").path(media.getKey());
      types.compare(
          where + " " + media.getKey(),
          schema.isMissingNode() ? only : schema,
          media.getValue().path("schema"));
    }
  }

  private void responses(String name, JsonNode known, JsonNode responses) {
    facts.check(name + ": statuses", names(known), names(responses));
    for (var response : responses.properties()) {
      var fact = known.path(response.getKey());
      response(
          name + " " + response.getKey(),
          fact.isMissingNode() ? sheets.standardFailure() : fact,
          document.effective(response.getValue()));
    }
  }

  private void response(String where, JsonNode fact, JsonNode response) {
    facts.check(where + ": headers", sharedHeaders(fact.path("headers")), headersOf(response));
    var mediaType = fact.path("contentType");
    var expected = new TreeSet<String>();
    if (mediaType.isTextual()) {
      expected.add(mediaType.asText());
    }
    facts.check(where + ": media types", expected, names(response.path("content")));
    if (mediaType.isTextual()) {
      var schema = response.path("content").path(mediaType.asText()).path("schema");
      content(where + " content", fact.path("schema"), schema);
    }
  }

  private void content(String where, JsonNode fact, JsonNode schema) {
    switch (fact.asText()) {
      case "html" -> facts.check(where + ": schema", "{\"type\":\"string\"}", schema);
      case "binary" ->
          facts.check(where + ": schema", "{\"type\":\"string\",\"format\":\"binary\"}", schema);
      default -> types.compare(where, fact, schema);
    }
  }

  private static SortedSet<String> sharedHeaders(JsonNode names) {
    var headers = new TreeSet<String>();
    names.forEach(name -> headers.add(name.asText() + " #/components/headers/" + name.asText()));
    return headers;
  }

  private static SortedSet<String> headersOf(JsonNode response) {
    var headers = new TreeSet<String>();
    for (var header : response.path("headers").properties()) {
      headers.add(header.getKey() + " " + header.getValue().path("$ref").asText());
    }
    return headers;
  }

  private static SortedSet<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
