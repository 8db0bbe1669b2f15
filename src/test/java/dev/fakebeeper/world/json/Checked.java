package dev.fakebeeper.world.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import java.util.ArrayList;
import java.util.List;

/** Holds rendered entities against the contract. */
final class Checked {
  private static final JsonNode DOCUMENT = Json.parse(Contract.bundled().document());

  private Checked() {}

  /** The entity, which the answer of an operation may be. */
  static <T extends JsonNode> T answer(String operationId, T entity) {
    return answer(ApiVersion.latest(), operationId, entity);
  }

  static <T extends JsonNode> T answer(ApiVersion version, String operationId, T entity) {
    var contract = Contract.bundled().at(version);
    var operation = contract.find(operationId).orElseThrow();
    var body = new Body.Fragment(JsonFragment.of(entity));
    assertThat(contract.checkResponse(operation, ApiResponse.ok(body))).isEmpty();
    return entity;
  }

  /** Fails unless the members of an object stand in the order in which its schema lists them. */
  static void order(String schema, JsonNode object) {
    var declared = names(DOCUMENT.at("/components/schemas/" + schema + "/properties"));
    var written = names(object);
    assertThat(written).isNotEmpty();
    assertThat(declared).containsAll(written);
    assertThat(written).isEqualTo(declared.stream().filter(written::contains).toList());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
