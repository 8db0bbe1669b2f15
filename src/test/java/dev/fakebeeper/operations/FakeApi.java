package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.testing.TestWorld;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The operations over a world, without a server: routes a request, holds it and its answer against
 * the contract, and fails the test when an answer breaks it.
 */
final class FakeApi {
  private final TestWorld world;
  private final Contract contract;
  private final OperationRegistry operations;

  /** The answer: its status, and its body as a tree, missing when there is none. */
  record Answer(int status, JsonNode body) {
    JsonNode at(String pointer) {
      return body.at(pointer);
    }

    /** The values of a member over all items. */
    List<String> items(String member) {
      return body.get("items").findValuesAsText(member);
    }
  }

  FakeApi(TestWorld world) {
    this(world, ApiVersion.latest(), OperationsSettings.defaults());
  }

  FakeApi(TestWorld world, ApiVersion version, OperationsSettings settings) {
    this.world = world;
    this.contract = Contract.bundled().at(version);
    this.operations = Operations.of(settings, contract, new MediaFolder());
  }

  Answer get(String target) {
    return call("GET", target, "");
  }

  Answer post(String target, String json) {
    return call("POST", target, json);
  }

  Answer patch(String target, String json) {
    return call("PATCH", target, json);
  }

  Answer delete(String target) {
    return call("DELETE", target, "");
  }

  private Answer call(String method, String target, String json) {
    var mark = target.indexOf('?');
    var path = mark < 0 ? target : target.substring(0, mark);
    var query = mark < 0 ? null : target.substring(mark + 1);
    var headers =
        HttpHeaders.of(
            json.isEmpty() ? Map.of() : Map.of("Content-Type", List.of("application/json")));
    var body = json.getBytes(StandardCharsets.UTF_8);
    return answer(new ApiRequest(method, path, query, headers, body, List.of()));
  }

  private Answer answer(ApiRequest request) {
    var routing = contract.route(request.method(), request.rawPath());
    if (!(routing instanceof Routing.Found found)) {
      return new Answer(404, MissingNode.getInstance());
    }
    var checked = contract.checkRequest(found.operation(), found.pathParameters(), request);
    var response =
        checked.isValid()
            ? operations.answer(
                new Call(
                    found.operation(), checked, request, new Session(world.world()), "http://fake"))
            : ApiError.validation(400, checked.violations()).toResponse();
    assertThat(contract.checkResponse(found.operation(), response)).isEmpty();
    return new Answer(response.status(), tree(response));
  }

  private static JsonNode tree(ApiResponse response) {
    var body = response.body();
    if (body instanceof Body.Json json) {
      return json.tree();
    }
    if (body instanceof Body.Fragment fragment) {
      return fragment.value().tree();
    }
    if (body instanceof Body.Page page) {
      var node = JsonNodeFactory.instance.objectNode();
      node.putArray("items").addAll(page.items().stream().map(JsonFragment::tree).toList());
      node.setAll(page.rest());
      return Json.parse(Json.bytes(node));
    }
    if (body instanceof Body.Items items) {
      var node = JsonNodeFactory.instance.arrayNode();
      return node.addAll(items.items().stream().map(JsonFragment::tree).toList());
    }
    return MissingNode.getInstance();
  }
}
