package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.QueryText;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.RecordedCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded call in the words of the contract.
 *
 * @param operation the operationId
 * @param path the parameters of the path
 * @param query those of the query, decoded
 * @param body the JSON that was sent, missing when it was none
 * @param answer the JSON of an answer that tells of success, missing for every other
 */
record Ask(
    String operation,
    Map<String, String> path,
    Map<String, List<String>> query,
    JsonNode body,
    JsonNode answer,
    RecordedCall call) {

  /** The call of an operation; empty for a request that the contract does not know. */
  static Optional<Ask> of(RecordedCall call) {
    var request = call.request();
    if (!(Contract.bundled().route(request.method(), request.rawPath())
        instanceof Routing.Found found)) {
      return Optional.empty();
    }
    var answer = call.answer();
    return Optional.of(
        new Ask(
            found.operation().id(),
            found.pathParameters(),
            QueryText.parse(request.rawQuery()).values(),
            json(request.body()),
            isGood(answer.status()) ? json(answer.body()) : MissingNode.getInstance(),
            call));
  }

  private static boolean isGood(int status) {
    return status >= 200 && status < 300;
  }

  private static JsonNode json(byte[] body) {
    try {
      var tree = Json.mapper().readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException e) {
      return MissingNode.getInstance(); // bytes of an asset, a form, a broken answer
    }
  }

  /** The first value of a query parameter, empty when it was not sent. */
  String query(String name) {
    var values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  String path(String name) {
    return path.getOrDefault(name, "");
  }

  int status() {
    return call.answer().status();
  }
}
