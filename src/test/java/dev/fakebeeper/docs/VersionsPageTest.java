package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.operations.CompatibilityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/versions.md} are those of the contract. */
class VersionsPageTest {
  private static final Path PAGE = Path.of("docs", "versions.md");
  private static final String BEGIN = "<!-- versions: ";
  private static final String END = "<!-- end of versions -->";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_table_of_versions_is_the_one_that_the_contract_gives() throws IOException {
    var page = Files.readString(PAGE);
    var begin = page.indexOf("-->\n", page.indexOf(BEGIN)) + 4;
    var end = page.indexOf(END);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + tables() + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("run mvn test -Dtest=VersionsPageTest -Dfakebeeper.write=true to write it anew")
        .isEqualTo(tables());
  }

  @Test
  void every_old_form_of_a_request_has_a_row() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(CompatibilityRules.names())
        .allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` | "));
  }

  private static String tables() {
    var presets = ApiVersion.presets().stream().map(Contract.bundled()::at).toList();
    return "\n"
        + table("operation", presets, VersionsPageTest::operations)
        + "\n"
        + table("parameter, member or value", presets, VersionsPageTest::parts)
        + "\n";
  }

  /** The rows that are not in all presets, each with a mark where it is. */
  private static String table(
      String what, List<Contract> presets, Function<Contract, Set<String>> rowsOf) {
    var rows = new TreeMap<String, Set<Contract>>();
    presets.forEach(
        preset ->
            rowsOf
                .apply(preset)
                .forEach(row -> rows.computeIfAbsent(row, r -> new LinkedHashSet<>()).add(preset)));
    var head = presets.stream().map(p -> p.version().toString()).collect(Collectors.joining(" | "));
    return "| %s | %s |\n| --- |%s\n".formatted(what, head, " --- |".repeat(presets.size()))
        + rows.entrySet().stream()
            .filter(row -> row.getValue().size() < presets.size())
            .filter(row -> !row.getValue().equals(rows.get(parent(row.getKey()))))
            .map(row -> row(row, presets))
            .collect(Collectors.joining());
  }

  /** A member of what came with its members need not be told. */
  private static String parent(String row) {
    return row.substring(0, Math.max(row.lastIndexOf('.'), 0));
  }

  private static String row(Map.Entry<String, Set<Contract>> row, List<Contract> presets) {
    var marks =
        presets.stream()
            .map(preset -> row.getValue().contains(preset) ? " yes |" : "  |")
            .collect(Collectors.joining());
    return "| `" + row.getKey() + "` |" + marks + "\n";
  }

  private static Set<String> operations(Contract contract) {
    var rows =
        contract.operations().stream()
            .map(operation -> operation.path() + " " + operation.method())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    contract.webSocket().ifPresent(socket -> rows.add("/v1/ws WebSocket"));
    return rows;
  }

  /** What stands in the published document of a version, beside operations. */
  private static Set<String> parts(Contract contract) {
    var document = document(contract);
    var rows = new LinkedHashSet<String>();
    for (var item : document.path("paths")) {
      item.forEach(operation -> addOperation(rows, operation));
    }
    var schemas = new LinkedHashMap<String, JsonNode>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
    schemas.forEach((name, schema) -> addMembers(rows, name, followed(schemas, schema)));
    return rows;
  }

  /** What stands in the place of a schema that had another form. */
  private static JsonNode followed(Map<String, JsonNode> schemas, JsonNode schema) {
    var name = schema.path("$ref").asText().replace("#/components/schemas/", "");
    return schemas.getOrDefault(name, schema);
  }

  private static void addOperation(Set<String> rows, JsonNode operation) {
    var id = operation.path("operationId").asText();
    operation
        .path("parameters")
        .forEach(parameter -> rows.add(id + "?" + parameter.path("name").asText()));
    operation
        .path("requestBody")
        .path("content")
        .forEach(body -> addMembers(rows, id, body.path("schema")));
  }

  private static void addMembers(Set<String> rows, String place, JsonNode schema) {
    for (var member : schema.path("properties").properties()) {
      rows.add(place + "." + member.getKey());
      addMembers(rows, place + "." + member.getKey(), member.getValue());
    }
    schema.path("enum").forEach(value -> rows.add(place + " = " + value.asText()));
    schema.path("items").path("enum").forEach(value -> rows.add(place + " = " + value.asText()));
    schema.path("allOf").forEach(part -> addMembers(rows, place, part));
  }

  private static JsonNode document(Contract contract) {
    try {
      return JSON.readTree(contract.document());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
