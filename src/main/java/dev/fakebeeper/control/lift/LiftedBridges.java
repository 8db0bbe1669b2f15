package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.json.BridgeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pcollections.OrderedPMap;

/**
 * Makes the bridges. Where none was shown there are those that come with the fake. What they ask
 * when somebody signs in is never shown before it happens, so that too is as the fake has it.
 */
final class LiftedBridges {
  private final Sights sights;
  private final Notes notes;
  private final Transaction transaction;
  private final Map<String, Bridge> bundled =
      BundledBridges.all().stream().collect(Collectors.toMap(Bridge::id, Function.identity()));

  LiftedBridges(Sights sights, Notes notes, Transaction transaction) {
    this.sights = sights;
    this.notes = notes;
    this.transaction = transaction;
  }

  /** Stores all; the accounts are there already. */
  void all() {
    if (sights.bridges.all().isEmpty()) {
      notes.assumed("lists of bridges", "None was shown; they are those of the fake", "all");
      BundledBridges.all().forEach(this::put);
      return;
    }
    for (var tree : sights.bridges.all()) {
      var id = tree.path("id").textValue();
      if (id.matches(Bridge.ID)) {
        put(bridge(tree, id));
      } else {
        notes.leftOut("bridges", "No path can hold their ids", id);
      }
    }
  }

  private Bridge bridge(JsonNode tree, String id) {
    var bridge = BridgeReader.read(tree, bundled.get(id));
    var can = sights.capabilities().get(id);
    var able = can == null ? bridge : bridge.withProvisioning(BridgeReader.capabilities(can));
    var flows = sights.flows().get(id);
    var signedIn = flows == null ? able : able.withFlows(flows(flows, able));
    var status = BridgeReader.status(tree);
    put(signedIn);
    return BridgeRules.status(transaction.state(), signedIn) == status
        ? signedIn
        : signedIn.withForced(status);
  }

  private List<LoginFlow> flows(JsonNode shown, Bridge bridge) {
    var all = new ArrayList<LoginFlow>();
    for (var flow : shown) {
      var known = bridge.findFlow(flow.path("id").asText());
      known.ifPresent(one -> all.add(BridgeReader.read(flow, one)));
      if (known.isEmpty()) {
        notes.leftOut(
            "ways to sign in",
            "The fake does not know their steps",
            bridge.id() + " " + flow.path("id").asText());
      }
    }
    return all;
  }

  private void put(Bridge bridge) {
    transaction.update(
        state -> {
          OrderedPMap<String, Bridge> all = state.bridges().all();
          return state.withBridges(state.bridges().withAll(all.plus(bridge.id(), bridge)));
        });
  }
}
