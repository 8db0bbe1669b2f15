package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.LIBRARY;
import static dev.fakebeeper.contract.TestContracts.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  static Stream<Contract> contracts() {
    var everyVersion = ApiVersion.presets().stream().map(Contract.bundled()::at);
    return Stream.concat(everyVersion, Stream.of(LIBRARY, TestContracts.load("shapes.yaml")));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_example_of_every_operation_keeps_the_contract(Contract contract) {
    assertThat(contract.operations()).isNotEmpty();
    for (var operation : contract.operations()) {
      assertThat(contract.checkResponse(operation, contract.example(operation)))
          .as("%s at %s", operation.id(), contract.version())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_example_request_body_of_every_operation_keeps_the_contract(Contract contract) {
    var headers = HttpHeaders.of(Map.of("Content-Type", List.of("application/json")));
    for (var operation : contract.operations()) {
      var body = contract.exampleRequestBody(operation);
      if (body.isPresent()) {
        var request = new ApiRequest("POST", "/", null, headers, Json.bytes(body.get()), List.of());
        var ofBody =
            contract.checkRequest(operation, Map.of(), request).violations().stream()
                .filter(violation -> violation.where() == Violation.Where.REQUEST_BODY);
        assertThat(ofBody).as("%s %s", operation.id(), body.get()).isEmpty();
      }
    }
  }

  @Test
  void the_documents_own_example_comes_first() {
    var shapes = TestContracts.load("shapes.yaml");

    assertThat(json(shapes.example(operation(shapes, "getGiven")))).isEqualTo("{\"size\":5}");
  }

  @Test
  void an_example_that_breaks_its_schema_is_replaced_by_a_made_one() {
    var shapes = TestContracts.load("shapes.yaml");

    assertThat(json(shapes.example(operation(shapes, "getBadlyGiven")))).isEqualTo("{\"size\":3}");
  }

  @Test
  void a_schema_that_refers_to_itself_ends() {
    var shapes = TestContracts.load("shapes.yaml");

    assertThat(json(shapes.example(operation(shapes, "getTree"))))
        .isEqualTo("{\"name\":\"example\",\"children\":[]}");
  }

  @Test
  void examples_are_the_same_in_every_run() {
    var one = TestContracts.load("shapes.yaml");
    var other = TestContracts.load("shapes.yaml");

    for (var id : List.of("getTexts", "getNumbers", "getUnion", "listClosed", "listUnique")) {
      assertThat(json(one.example(operation(one, id))))
          .isEqualTo(json(other.example(operation(other, id))));
    }
  }

  private static String json(ApiResponse response) {
    var fragment = ((Body.Fragment) response.body()).value();
    return new String(fragment.bytes(), StandardCharsets.UTF_8);
  }
}
