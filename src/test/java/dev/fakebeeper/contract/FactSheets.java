package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The facts of {@code src/test/resources/facts}: two sheets, which overlap, and the version
 * history.
 *
 * <p>In a sheet {@code $Name} points to a schema. The sheets call some schemas by an SDK's name;
 * the document uses the vendor's own, which stands beside the schema as {@code documentName}.
 */
final class FactSheets {

  /** An operation as one sheet knows it. */
  record KnownOperation(String sheet, String id, String method, String path, JsonNode fact) {
    String name() {
      return sheet + " " + key();
    }

    String key() {
      return method + " " + path;
    }
  }

  /** A schema as one sheet knows it, under its name in the document. */
  record KnownSchema(String sheet, String documentName, JsonNode fact) {}

  static final String WEB_SOCKET_PATH = "/v1/ws";

  private final Map<String, JsonNode> sheets = new LinkedHashMap<>();
  private final JsonNode history;

  FactSheets() {
    sheets.put("core", read("core.json"));
    sheets.put("bridges", read("bridges-and-setup.json"));
    history = read("history.json");
  }

  JsonNode history() {
    return history;
  }

  JsonNode core() {
    return sheet("core");
  }

  JsonNode webSocket() {
    return core().path("webSocket");
  }

  /** The failure that nearly every operation declares: the error body and the version header. */
  JsonNode standardFailure() {
    return core().at("/operations/0/responses/400");
  }

  /** Every operation of every sheet but the WebSocket, which is none in OpenAPI. */
  List<KnownOperation> operations() {
    var known = new ArrayList<KnownOperation>();
    sheets.forEach(
        (name, sheet) ->
            sheet.path("operations").forEach(fact -> known.add(operation(name, fact))));
    known.removeIf(operation -> operation.path().equals(WEB_SOCKET_PATH));
    return known;
  }

  List<KnownSchema> schemas() {
    var known = new ArrayList<KnownSchema>();
    sheets.forEach(
        (name, sheet) ->
            sheet
                .path("schemas")
                .properties()
                .forEach(
                    schema ->
                        known.add(
                            new KnownSchema(
                                name, documentName(schema.getKey()), schema.getValue()))));
    return known;
  }

  /** The document's name of a schema, for {@code Name} or {@code $Name}. */
  String documentName(String reference) {
    var name = reference.startsWith("$") ? reference.substring(1) : reference;
    return sheet("bridges").path("schemas").path(name).path("documentName").asText(name);
  }

  /** Whether the schema behind {@code $Name} says of itself that it may be null. */
  boolean isNullable(String reference) {
    var name = reference.substring(1);
    return sheets.values().stream()
        .map(sheet -> sheet.path("schemas").path(name))
        .anyMatch(schema -> schema.path("nullable").asBoolean());
  }

  private KnownOperation operation(String sheet, JsonNode fact) {
    var method = fact.path("method").asText();
    var path = fact.path("path").asText();
    var id = fact.path("id");
    var ours = history.path("operationIds").path(method + " " + path);
    return new KnownOperation(
        sheet, id.isTextual() ? id.asText() : ours.asText(), method, path, fact);
  }

  private JsonNode sheet(String name) {
    return sheets.getOrDefault(name, MissingNode.getInstance());
  }

  private static JsonNode read(String name) {
    try (var stream = FactSheets.class.getResourceAsStream("/facts/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(stream, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
