package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document of the control API keeps what the vendor's keeps. */
class ControlDocumentTest {
  private static final String NAME = "control-openapi.yaml";
  private static final JsonNode DOCUMENT = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(DocumentReader.bundledText(NAME));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void every_example_satisfies_its_schema() {
    var examples = new ContractExamples(DOCUMENT);

    assertThat(examples.findings()).isEmpty();
    assertThat(examples.all()).hasSizeGreaterThan(50);
  }

  @Test
  void every_json_body_and_every_required_parameter_shows_an_example() {
    assertThat(ContractExamples.missing(DOCUMENT)).isEmpty();
  }

  @Test
  void every_operation_declares_the_refusals_that_each_can_have() {
    var view = new DocumentView(DOCUMENT);
    var lacking = new ArrayList<String>();

    view.operations()
        .forEach(
            (name, operation) ->
                wanted(name, operation).stream()
                    .filter(status -> !operation.path("responses").has(status))
                    .forEach(status -> lacking.add(name + " " + status)));

    assertThat(lacking).isEmpty();
  }

  private static Set<String> wanted(String name, JsonNode operation) {
    if (name.equals("GET /__control/health")) {
      return Set.of("403", "500");
    }
    var wanted = new TreeSet<>(List.of("400", "401", "403", "500"));
    if (name.contains("{world}")) {
      wanted.add("404");
    }
    if (operation.has("requestBody")) {
      wanted.add("413");
    }
    return wanted;
  }

  @Test
  void every_object_that_is_sent_or_answered_is_closed() {
    var open = new ArrayList<String>();

    for (var schema : DOCUMENT.at("/components/schemas").properties()) {
      collectOpen(schema.getKey(), schema.getValue(), open);
    }

    assertThat(open).isEmpty();
  }

  private static void collectOpen(String place, JsonNode schema, List<String> open) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      open.add(place);
    }
    schema
        .properties()
        .forEach(member -> collectOpen(place + "/" + member.getKey(), member.getValue(), open));
    for (var i = 0; schema.isArray() && i < schema.size(); i++) {
      collectOpen(place + "/" + i, schema.get(i), open);
    }
  }

  @Test
  void the_copy_that_the_build_made_says_what_the_document_says() throws IOException {
    try (var copy = Contract.class.getResourceAsStream("/dev/fakebeeper/control-openapi.json")) {
      assertThat(copy).isNotNull();

      assertThat(Json.parse(copy.readAllBytes())).isEqualTo(DocumentReader.bundled(NAME).tree());
    }
  }
}
