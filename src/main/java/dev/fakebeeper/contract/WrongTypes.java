package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Puts values of other JSON types in place of one that the document describes, those first that a
 * careless server would write: the same number as text, the same text in a list.
 */
final class WrongTypes implements Proposals {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** More digits do not survive a client that reads numbers as JavaScript does. */
  private static final String NUMBER = "[1-9]\\d{0,14}";

  private final SplittableRandom random;

  WrongTypes(SplittableRandom random) {
    this.random = random;
  }

  /** Several proposals for one value: the first of them that breaks the contract is meant. */
  @Override
  public List<Proposal> at(Spot spot) {
    if (!spot.schemas().isDescribed()) {
      return List.of();
    }
    var others = others(spot.value());
    int first = others.isEmpty() ? 0 : random.nextInt(others.size());
    return IntStream.range(0, others.size())
        .mapToObj(i -> others.get((first + i) % others.size()))
        .map(other -> Proposal.of(TreeChange.set(spot.steps(), other)))
        .toList();
  }

  private List<JsonNode> others(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> List.of(TextNode.valueOf(value.asText()), JSON.arrayNode().add(value));
      case BOOLEAN ->
          List.of(
              TextNode.valueOf(value.asText()),
              JSON.numberNode(value.booleanValue() ? 1 : 0),
              JSON.arrayNode().add(value));
      case STRING ->
          List.of(number(value.textValue()), JSON.arrayNode().add(value), JSON.objectNode());
      case ARRAY -> List.of(JSON.objectNode(), TextNode.valueOf(""));
      case OBJECT -> List.of(JSON.arrayNode(), TextNode.valueOf(""));
      default -> List.of();
    };
  }

  private JsonNode number(String text) {
    return JSON.numberNode(text.matches(NUMBER) ? Long.parseLong(text) : random.nextInt(1000));
  }
}
