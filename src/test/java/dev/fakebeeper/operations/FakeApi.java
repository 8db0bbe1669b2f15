package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.testing.TestWorld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The operations over a world, without a server: routes a request, holds it and its answer against
 * the contract, and fails the test when an answer breaks it.
 */
final class FakeApi {
  private final Caller caller;

  /** The answer: its status, and its body as a tree, missing when there is none. */
  record Answer(int status, JsonNode body) {
    JsonNode at(String pointer) {
      return body.at(pointer);
    }

    /** The values of a member over all items. */
    List<String> items(String member) {
      var values = new ArrayList<String>();
      body.get("items").forEach(item -> values.add(item.path(member).asText()));
      return values;
    }
  }

  FakeApi(TestWorld world) {
    this(world, ApiVersion.latest(), OperationsSettings.defaults());
  }

  FakeApi(TestWorld world, ApiVersion version, OperationsSettings settings) {
    var contract = Contract.bundled().at(version);
    var operations = Operations.of(settings, contract, new MediaFolder());
    caller = new Caller(world.world(), contract, operations);
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

  Answer put(String target, String json) {
    return call("PUT", target, json);
  }

  Answer delete(String target) {
    return call("DELETE", target, "");
  }

  private Answer call(String method, String target, String json) {
    var headers =
        json.isEmpty() ? HttpHeaders.none() : Caller.headers("Content-Type", "application/json");
    var body = json.getBytes(StandardCharsets.UTF_8);
    var response = caller.call(method, target, headers, body, List.of());
    return new Answer(response.status(), Caller.json(response));
  }
}
