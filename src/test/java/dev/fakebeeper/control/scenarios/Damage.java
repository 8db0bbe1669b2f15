package dev.fakebeeper.control.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A document with one thing wrong in it: a member renamed, of another type, or of no known word.
 */
final class Damage {
  private final JsonNode document;
  private final SplittableRandom random;
  private final String what;

  private record Spot(ObjectNode parent, String name) {}

  Damage(JsonNode document, SplittableRandom random) {
    this.document = document;
    this.random = random;
    this.what = damage();
  }

  JsonNode document() {
    return document;
  }

  String what() {
    return what;
  }

  private String damage() {
    var spots = new ArrayList<Spot>();
    collect(document, spots);
    var spot = spots.get(random.nextInt(spots.size()));
    var before = spot.parent().get(spot.name());
    switch (random.nextInt(3)) {
      case 0 -> {
        spot.parent().remove(spot.name());
        spot.parent().set(spot.name() + "X", before);
      }
      case 1 -> spot.parent().set(spot.name(), another(before));
      default -> spot.parent().set(spot.name(), TextNode.valueOf("no such word"));
    }
    return "%s was %s in %s".formatted(spot.name(), before, spot.parent());
  }

  private static void collect(JsonNode node, List<Spot> spots) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> spots.add(new Spot(object, name)));
    }
    node.forEach(inner -> collect(inner, spots));
  }

  /** A value of another type, never null: that means absent. */
  private JsonNode another(JsonNode before) {
    var types = new ArrayList<JsonNode>();
    var make = JsonNodeFactory.instance;
    types.add(make.objectNode().put("a", 1));
    types.add(make.arrayNode().add(1).add(2));
    types.add(TextNode.valueOf("a text"));
    types.add(make.numberNode(-7));
    types.add(make.booleanNode(true));
    types.removeIf(one -> one.getNodeType() == before.getNodeType());
    return types.get(random.nextInt(types.size()));
  }
}
