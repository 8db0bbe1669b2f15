package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds for each element of a recorded list its like in an answered one: by id, else two that are
 * both new, in order.
 */
final class Pairing {
  private final JsonNode recorded;
  private final JsonNode answered;
  private final Stand stand;

  Pairing(JsonNode recorded, JsonNode answered, Stand stand) {
    this.recorded = recorded;
    this.answered = answered;
    this.stand = stand;
  }

  /** Takes a pair; one of both may be missing. */
  interface Taker {
    /** A pair, at the place of the recorded one, or at that of the answered one if it is alone. */
    void take(int index, JsonNode recorded, JsonNode answered);
  }

  void each(Taker taker) {
    Map<Integer, Integer> pairs = byId();
    pairNew(pairs);
    if (!inOrder(pairs)) {
      // the same elements in another order: place by place, so that each place is told
      byPlace(taker);
      return;
    }
    for (var i = 0; i < recorded.size(); i++) {
      var other = pairs.get(i);
      taker.take(
          i, recorded.get(i), other == null ? MissingNode.getInstance() : answered.get(other));
    }
    for (var i = 0; i < answered.size(); i++) {
      if (!pairs.containsValue(i)) {
        taker.take(i, MissingNode.getInstance(), answered.get(i));
      }
    }
  }

  private void byPlace(Taker taker) {
    for (var i = 0; i < Math.max(recorded.size(), answered.size()); i++) {
      taker.take(i, recorded.path(i), answered.path(i));
    }
  }

  private Map<Integer, Integer> byId() {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (var i = 0; i < answered.size(); i++) {
      places.putIfAbsent(Comparison.id(answered.get(i)), i);
    }
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    for (var i = 0; i < recorded.size(); i++) {
      var other = places.remove(stand.now(Comparison.id(recorded.get(i))));
      if (other != null) {
        pairs.put(i, other);
      }
    }
    return pairs;
  }

  private void pairNew(Map<Integer, Integer> pairs) {
    var free = new ArrayList<Integer>();
    for (var i = 0; i < answered.size(); i++) {
      if (!pairs.containsValue(i) && stand.isNew(Comparison.id(answered.get(i)))) {
        free.add(i);
      }
    }
    for (var i = 0; i < recorded.size() && !free.isEmpty(); i++) {
      var id = Comparison.id(recorded.get(i));
      if (!pairs.containsKey(i) && stand.isNew(id) && stand.now(id).equals(id)) {
        pairs.put(i, free.remove(0));
      }
    }
  }

  private static boolean inOrder(Map<Integer, Integer> pairs) {
    var last = -1;
    for (var i : pairs.keySet().stream().sorted().toList()) {
      var other = pairs.getOrDefault(i, last);
      if (other < last) {
        return false;
      }
      last = other;
    }
    return true;
  }
}
