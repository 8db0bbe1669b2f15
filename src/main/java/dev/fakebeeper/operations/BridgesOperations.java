package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.RemoveScope;
import dev.fakebeeper.world.json.BridgeJson;
import dev.fakebeeper.world.json.ProvisioningJson;
import dev.fakebeeper.world.json.Shape;
import java.util.Arrays;
import java.util.stream.Stream;

/** Bridges and the logins on them. Thread-safe: all state is in the world. */
final class BridgesOperations {
  private final BridgeJson json;

  BridgesOperations(Shape shape) {
    this.json = new BridgeJson(shape);
  }

  /** All bridges, in the order in which they were described (assumed). */
  ApiResponse list(Call call) {
    var state = call.state();
    return items(BridgeRules.all(state).stream().map(bridge -> json.write(state, bridge)));
  }

  /** One bridge. */
  ApiResponse get(Call call) {
    var state = call.state();
    return ApiResponse.ok(json.write(state, bridge(call)));
  }

  /** What a bridge can do when chats are made. */
  ApiResponse capabilities(Call call) {
    return ApiResponse.ok(ProvisioningJson.of(bridge(call).provisioning()));
  }

  /** The ways to sign in, the default first. */
  ApiResponse flows(Call call) {
    return items(bridge(call).flows().stream().map(json::write));
  }

  /** All logins of a bridge. */
  ApiResponse logins(Call call) {
    var state = call.state();
    var bridge = BridgeRules.require(state, bridgeId(call));
    return items(BridgeRules.logins(state, bridge).stream().map(json::write));
  }

  /** One login. */
  ApiResponse login(Call call) {
    var state = call.state();
    var bridge = BridgeRules.require(state, bridgeId(call));
    return ApiResponse.ok(json.write(BridgeRules.requireLogin(state, bridge, loginId(call))));
  }

  /** Removes a login with its accounts. */
  ApiResponse remove(Call call) {
    var scope = scope(call.body().path("scope").asText());
    var gone =
        call.world()
            .change(tx -> BridgeRules.removeLogin(tx, bridgeId(call), loginId(call), scope));
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("bridgeID", bridgeId(call))
            .put("loginID", loginId(call))
            .put("scope", BridgeJson.word(scope))
            .put("status", "removed");
    gone.forEach(answer.putArray("affectedAccountIDs")::add);
    return ApiResponse.ok(answer);
  }

  private static RemoveScope scope(String word) {
    return Arrays.stream(RemoveScope.values())
        .filter(scope -> BridgeJson.word(scope).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiException(ApiError.invalid("scope", "current-device or all-devices", word)));
  }

  private static ApiResponse items(Stream<ObjectNode> items) {
    var answer = JsonNodeFactory.instance.objectNode();
    items.forEach(answer.putArray("items")::add);
    return ApiResponse.ok(answer);
  }

  private static Bridge bridge(Call call) {
    return BridgeRules.require(call.state(), bridgeId(call));
  }

  private static String bridgeId(Call call) {
    return call.parameters().path("bridgeID");
  }

  private static String loginId(Call call) {
    return call.parameters().path("loginID");
  }
}
