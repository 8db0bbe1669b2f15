package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.HashMap;
import java.util.Map;

/** Finds what the frames of a socket exercise. Safe for many threads. */
final class SocketProbe {
  private final int upgrade;
  private final String upgradeId;
  private final Map<String, Integer> commands = new HashMap<>();
  private final Map<String, Integer> events = new HashMap<>();
  private final Map<String, Probe> frames = new HashMap<>();
  private final Probe message;

  SocketProbe(Place socket, String upgradeId, CoverageBuilding building) {
    this.upgradeId = upgradeId;
    upgrade = building.list().add(Dimension.OPERATIONS, upgradeId, upgradeId);
    for (var command : socket.child("commands").children()) {
      commands.put(
          command.name(), building.list().add(Dimension.COMMANDS, upgradeId, command.name()));
    }
    for (var event : socket.child("events").children()) {
      events.put(event.name(), building.list().add(Dimension.EVENTS, upgradeId, event.name()));
      frames.put(event.name(), building.answers().of(event, upgradeId, ""));
    }
    var entry = socket.document().at("/components/schemas/Message");
    message = building.answers().of(entry, entry.name(), "");
  }

  void opened(Hits hits) {
    hits.call(upgradeId);
    hits.mark(upgrade);
  }

  void received(String text, Hits hits) {
    hits.mark(commands.get(tree(text).path("type").asText()));
  }

  void sent(String type, String text, Hits hits) {
    hits.mark(events.get(type));
    var frame = frames.get(type);
    if (frame != null) {
      var tree = tree(text);
      frame.walk(tree, hits);
      tree.path("entries").forEach(entry -> message.walk(entry, hits));
    }
  }

  /** What a client sends may be anything, and so may what a test makes the fake send. */
  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
