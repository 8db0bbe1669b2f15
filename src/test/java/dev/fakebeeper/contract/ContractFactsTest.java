package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Facts.Fact;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi.yaml} against the facts, and its examples against its schemas. */
class ContractFactsTest {

  private static final String NO_FAILURES_KNOWN =
      "no source tells the failures of this call; the document gives it those of every other call";
  private static final String JSON_TOO =
      "the real server takes JSON beside the form, as the text of revision A says";
  private static final String COMPATIBLE =
      "the sheet leaves it out, because only a compatible server is known to have it";
  private static final String FORM_AND_JSON =
      "[application/json, application/x-www-form-urlencoded]";
  private static final String STANDARD = "[200, 400, 401, 403, 404, 409, 422, 429, 500, 502]";

  /** Facts that do not hold on purpose: what the document has instead, and why. */
  private static final Map<String, Deviation> EXCEPTIONS =
      Map.of(
          "core GET /v1/labels: statuses", new Deviation(STANDARD, NO_FAILURES_KNOWN),
          "bridges GET /v1/labels: statuses", new Deviation(STANDARD, NO_FAILURES_KNOWN),
          "core POST /oauth/token body: media types", new Deviation(FORM_AND_JSON, JSON_TOO),
          "core POST /oauth/introspect body: media types", new Deviation(FORM_AND_JSON, JSON_TOO),
          "core POST /oauth/revoke body: media types", new Deviation(FORM_AND_JSON, JSON_TOO),
          "document GET /.well-known/oauth-protected-resource: known",
              new Deviation("false", COMPATIBLE),
          "version of getOAuthProtectedResourceMetadata", new Deviation("4.1.294 O", COMPATIBLE));

  private static final ObjectNode DOCUMENT = DocumentView.read();

  private record Deviation(String documentHas, String reason) {}

  @Test
  void every_fact_holds_in_the_document_but_the_listed_exceptions() {
    var facts = Comparison.of(DOCUMENT);

    var failed = facts.failed();

    System.out.printf(
        "facts: %d of %d hold (%d exceptions)%n",
        facts.size() - failed.size(), facts.size(), EXCEPTIONS.size());
    failed.forEach(fact -> System.out.println("  " + fact + reason(fact)));
    assertThat(facts.size()).isGreaterThan(7_000);
    assertThat(failed)
        .extracting(Fact::name)
        .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    assertThat(failed).allMatch(fact -> fact.actual().equals(deviation(fact).documentHas()));
  }

  static Stream<Damage> damages() {
    return Damage.all();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void a_damaged_document_fails_by_the_names_of_its_facts(Damage damage) {
    var document = DOCUMENT.deepCopy();

    damage.change().accept(document);

    var failed = Comparison.of(document).failed().stream().map(Fact::name).toList();
    var expected = new ArrayList<>(EXCEPTIONS.keySet());
    expected.addAll(damage.failing());
    assertThat(damage.failing()).isNotEmpty();
    assertThat(failed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void every_example_satisfies_its_schema() {
    var examples = new ContractExamples(DOCUMENT);

    assertThat(examples.findings()).isEmpty();
    assertThat(examples.all()).hasSizeGreaterThan(150);
  }

  @Test
  void a_wrong_example_is_found() {
    var document = DOCUMENT.deepCopy();
    at(document, "/components/examples/Chat/value").put("lastActivity", "yesterday");
    at(document, "/components/parameters/BridgeID").put("example", "not a bridge");
    at(document, "/components/schemas/WSReadyMessage/examples/0").put("extra", 1);

    var findings = new ContractExamples(document).findings();

    assertThat(findings).anyMatch(finding -> finding.contains("lastActivity"));
    assertThat(findings)
        .anyMatch(finding -> finding.startsWith("/components/parameters/BridgeID/"));
    assertThat(findings).anyMatch(finding -> finding.contains("extra"));
  }

  @Test
  void every_json_body_and_every_required_parameter_shows_an_example() {
    var document = DOCUMENT.deepCopy();
    var silent = ContractExamples.missing(document);
    at(document, "/paths/~1v1~1search/get/parameters/0").remove("example");
    at(document, "/components/responses/NotFound/content/application~1json").remove("examples");

    assertThat(silent).isEmpty();
    assertThat(ContractExamples.missing(document))
        .contains("GET /v1/search query", "GET /v1/search 404");
  }

  private static String reason(Fact fact) {
    return " (" + deviation(fact).reason() + ")";
  }

  private static Deviation deviation(Fact fact) {
    return EXCEPTIONS.getOrDefault(fact.name(), new Deviation("nothing", "not a listed exception"));
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }
}
