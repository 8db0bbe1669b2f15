package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A JSON pointer in which {@code *} stands for any one step.
 *
 * @param steps the steps, unescaped
 */
record PointerPattern(List<String> steps) {
  private static final String ANY = "*";

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it neither is empty nor starts with a slash
   */
  static PointerPattern of(String pointer) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "%s is no JSON pointer: it does not start with a slash; write /%s, or /items/*/%s for every item of a page"
              .formatted(pointer, pointer, pointer));
    }
    return new PointerPattern(Pointers.steps(pointer));
  }

  boolean matches(List<String> place) {
    return place.size() == steps.size()
        && IntStream.range(0, place.size())
            .allMatch(i -> steps.get(i).equals(ANY) || steps.get(i).equals(place.get(i)));
  }

  /** The places in a tree where a value may be set, one that is absent from its object included. */
  List<List<String>> settable(JsonNode tree) {
    if (steps.isEmpty()) {
      return List.of(List.of());
    }
    int last = steps.size() - 1;
    var name = steps.get(last);
    var places = new ArrayList<List<String>>();
    for (var parent : new PointerPattern(steps.subList(0, last)).existing(tree)) {
      var node = TreeChange.at(tree, parent);
      if (node instanceof ObjectNode && !name.equals(ANY)) {
        places.add(Pointers.below(parent, name));
      } else {
        names(node, name).forEach(child -> places.add(Pointers.below(parent, child)));
      }
    }
    return places;
  }

  /** The places of a tree that the pattern matches, in their order. */
  List<List<String>> existing(JsonNode tree) {
    List<List<String>> places = List.of(List.of());
    for (var step : steps) {
      places =
          places.stream()
              .flatMap(
                  place ->
                      names(TreeChange.at(tree, place), step).stream()
                          .map(name -> Pointers.below(place, name)))
              .toList();
    }
    return places;
  }

  private static List<String> names(JsonNode node, String step) {
    var names = new ArrayList<String>();
    if (node instanceof ArrayNode array) {
      IntStream.range(0, array.size()).forEach(i -> names.add(String.valueOf(i)));
    } else {
      node.fieldNames().forEachRemaining(names::add);
    }
    if (!step.equals(ANY)) {
      names.retainAll(List.of(step));
    }
    return names;
  }
}
