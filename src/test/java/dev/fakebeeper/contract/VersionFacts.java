package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what the facts say of versions with the {@code x-fake-since}, {@code x-fake-gone} and
 * {@code x-fake-revision} of the document: at operations, parameters, schemas, members, values and
 * statuses. A place is written as {@code Chat.labels}, {@code listChats.limit} or {@code status
 * 409}.
 */
final class VersionFacts {
  private final FactSheets sheets;
  private final DocumentView document;
  private final Facts facts;
  private final Map<String, String> expected = new TreeMap<>();
  private final Map<String, String> actual = new TreeMap<>();

  VersionFacts(FactSheets sheets, DocumentView document, Facts facts) {
    this.sheets = sheets;
    this.document = document;
    this.facts = facts;
  }

  void compareAll() {
    sheets.operations().forEach(this::expectOperation);
    sheets.schemas().forEach(known -> expectSchema(known.documentName(), known.fact()));
    expectHistory("since");
    sheets
        .history()
        .path("gone")
        .properties()
        .forEach(gone -> expected.put(gone.getKey(), "gone " + gone.getValue().asText()));
    var webSocket = sheets.webSocket().path("availableSince").asText();
    expected.put(FactSheets.WEB_SOCKET_PATH, webSocket + " A");
    readDocument();
    var places = new TreeSet<>(expected.keySet());
    places.addAll(actual.keySet());
    for (var place : places) {
      facts.check(
          "version of " + place,
          expected.getOrDefault(place, "none"),
          actual.getOrDefault(place, "none"));
    }
  }

  /** The first sheet has the older mark where both know the operation. */
  private void expectOperation(FactSheets.KnownOperation known) {
    if (expected.containsKey(known.id())) {
      return;
    }
    var fact = known.fact();
    var revision = fact.path("rev").asText();
    var since = fact.path("availableSince").asText(historyOf(known.id()));
    expected.put(known.id(), (since.isEmpty() ? firstSeen(revision) : since) + " " + revision);
    for (var parameter : fact.path("parameters")) {
      expectRevision(known.id() + "." + parameter.path("name").asText(), parameter);
    }
    for (var response : fact.path("responses").properties()) {
      expectRevision("status " + response.getKey(), response.getValue());
    }
  }

  private void expectSchema(String name, JsonNode fact) {
    if (document.schemas().path(name).has("$ref")) {
      return; // another name for a schema that has its own entry
    }
    if (fact.has("availableSince")) {
      expected.put(name, fact.path("availableSince").asText());
    } else if (fact.path("rev").asText().equals("C")) {
      expectRevision(name, fact);
    }
    for (var branch : fact.path("anyOf")) {
      expectRevision(sheets.documentName(branch.path("ref").asText()), branch);
    }
    fact.path("allOf").forEach(branch -> expectMembers(name, branch));
    expectMembers(name, fact);
  }

  private void expectMembers(String place, JsonNode fact) {
    fact.path("enumAddedInC")
        .forEach(value -> expected.put(place + "=" + value.asText(), firstSeen("C")));
    fact.path("items")
        .path("enumAddedInC")
        .forEach(v -> expected.put(place + "=" + v.asText(), firstSeen("C")));
    for (var field : fact.path("fields")) {
      var member = place + "." + field.path("name").asText();
      expectRevision(member, field);
      expectMembers(member, field);
    }
  }

  private void expectRevision(String place, JsonNode fact) {
    var revision = fact.path("rev").asText("A");
    if (!revision.equals("A")) {
      expected.put(place, firstSeen(revision) + " " + revision);
    }
  }

  private void expectHistory(String table) {
    for (var version : sheets.history().path(table).properties()) {
      for (var place : version.getValue()) {
        expected.putIfAbsent(place.asText(), version.getKey());
      }
    }
  }

  private String firstSeen(String revision) {
    return sheets.history().path("firstSeen").path(revision).asText();
  }

  private String historyOf(String operationId) {
    for (var table : new String[] {"since", "assumedSince"}) {
      for (var version : sheets.history().path(table).properties()) {
        if (TypeFacts.texts(version.getValue()).contains(operationId)) {
          return version.getKey();
        }
      }
    }
    return "";
  }

  private void readDocument() {
    read(FactSheets.WEB_SOCKET_PATH, document.root().path("x-fake-websocket"));
    for (var operation : document.operations().values()) {
      var id = operation.path("operationId").asText();
      read(id, operation);
      for (var parameter : operation.path("parameters")) {
        var effective = document.effective(parameter);
        read(id + "." + effective.path("name").asText(), effective);
      }
      operation.path("requestBody").path("content").forEach(m -> readMembers(id, m.path("schema")));
      operation
          .path("responses")
          .properties()
          .forEach(r -> read("status " + r.getKey(), document.effective(r.getValue())));
    }
    document.schemas().properties().forEach(s -> readSchema(s.getKey(), s.getValue()));
  }

  private void readSchema(String place, JsonNode schema) {
    read(place, schema);
    readMembers(place, schema);
  }

  private void readMembers(String place, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(p -> readSchema(place + "." + p.getKey(), p.getValue()));
    schema.path("allOf").forEach(branch -> readMembers(place, branch));
    readValues(place, schema);
    readValues(place, schema.path("items"));
  }

  private void readValues(String place, JsonNode schema) {
    schema
        .path("x-fake-enum-since")
        .properties()
        .forEach(v -> actual.put(place + "=" + v.getKey(), v.getValue().asText()));
  }

  private void read(String place, JsonNode node) {
    var since = node.path("x-fake-since").asText();
    var revision = node.path("x-fake-revision").asText();
    var gone = String.join(" ", TypeFacts.texts(node.path("x-fake-gone")));
    var mark = (since + " " + revision + (gone.isEmpty() ? "" : "gone " + gone)).trim();
    if (!mark.isEmpty()) {
      actual.put(place, mark);
    }
  }
}
