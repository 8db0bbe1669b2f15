package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds for each element of a recorded list its like in an answered one: by id, else two that are
 * both new, in order.
 */
final class Pairing {
  private final JsonNode recorded;
  private final JsonNode answered;
  private final Stand stand;
  private final TreeMap<Integer, Integer> pairs = new TreeMap<>();

  private Pairing(JsonNode recorded, JsonNode answered, Stand stand) {
    this.recorded = recorded;
    this.answered = answered;
    this.stand = stand;
  }

  /** Takes what was found. */
  interface Taker {
    /** Two that belong together, at the place of the recorded one. */
    void pair(int index, JsonNode recorded, JsonNode answered);

    /** One without its like; the other is missing. */
    void single(int index, JsonNode recorded, JsonNode answered);

    /** One of a pair that stands elsewhere among the others. */
    void moved(int index, int now, JsonNode recorded);
  }

  static void of(JsonNode recorded, JsonNode answered, Stand stand, Taker taker) {
    var pairing = new Pairing(recorded, answered, stand);
    pairing.pairById();
    pairing.pairNew();
    pairing.tell(taker);
  }

  private void tell(Taker taker) {
    var inOrder = inOrder(List.copyOf(pairs.values()));
    for (var i = 0; i < recorded.size(); i++) {
      var other = pairs.get(i);
      if (other == null) {
        taker.single(i, recorded.get(i), MissingNode.getInstance());
        continue;
      }
      taker.pair(i, recorded.get(i), answered.get(other));
      if (!inOrder.contains(other)) {
        taker.moved(i, other, recorded.get(i));
      }
    }
    for (var i = 0; i < answered.size(); i++) {
      if (!pairs.containsValue(i)) {
        taker.single(i, MissingNode.getInstance(), answered.get(i));
      }
    }
  }

  /** An id that stands there twice is paired twice, in order. */
  private void pairById() {
    var places = new HashMap<String, Deque<Integer>>();
    for (var i = 0; i < answered.size(); i++) {
      var id = Comparison.id(answered.get(i));
      places.computeIfAbsent(id, key -> new ArrayDeque<>()).add(i);
    }
    for (var i = 0; i < recorded.size(); i++) {
      var same = places.get(stand.now(Comparison.id(recorded.get(i))));
      if (same != null && !same.isEmpty()) {
        pairs.put(i, same.remove());
      }
    }
  }

  private void pairNew() {
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

  /** The most of them that follow on each other: whoever is not among these has moved. */
  private static Set<Integer> inOrder(List<Integer> places) {
    var lengths = new int[places.size()];
    var before = new int[places.size()];
    var last = -1;
    for (var i = 0; i < places.size(); i++) {
      before[i] = -1;
      for (var j = 0; j < i; j++) {
        if (places.get(j) < places.get(i) && lengths[j] + 1 > lengths[i]) {
          lengths[i] = lengths[j] + 1;
          before[i] = j;
        }
      }
      last = last < 0 || lengths[i] > lengths[last] ? i : last;
    }
    var chain = new HashSet<Integer>();
    for (var i = last; i >= 0; i = before[i]) {
      chain.add(places.get(i));
    }
    return chain;
  }
}
