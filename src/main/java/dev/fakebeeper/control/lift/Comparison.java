package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.lift.Difference.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two JSON values member by member; elements with an id are compared with their like. */
final class Comparison {
  private static final int LONGEST = 120;

  private final Stand stand;
  private final Reasons reasons;
  private final List<Found> found = new ArrayList<>();

  /** A difference without its call. */
  record Found(String pointer, String recorded, String answered, Why why) {}

  private Comparison(Stand stand, Reasons reasons) {
    this.stand = stand;
    this.reasons = reasons;
  }

  static List<Found> of(JsonNode recorded, JsonNode answered, Stand stand, Reasons reasons) {
    var comparison = new Comparison(stand, reasons);
    comparison.compare(Spot.ROOT, recorded, answered);
    return comparison.found;
  }

  private void compare(Spot spot, JsonNode recorded, JsonNode answered) {
    if (recorded.isObject() && answered.isObject()) {
      objects(spot.inside(recorded), recorded, answered);
    } else if (recorded.isArray() && answered.isArray()) {
      arrays(spot, recorded, answered);
    } else if (!areSame(spot, recorded, answered)) {
      tell(spot, recorded, answered);
    }
  }

  private boolean areSame(Spot spot, JsonNode recorded, JsonNode answered) {
    if (recorded.isNumber() && answered.isNumber()) {
      return recorded.decimalValue().compareTo(answered.decimalValue()) == 0;
    }
    if (recorded.isTextual() && answered.isTextual()) {
      return stand.accepts(spot.member(), recorded.textValue(), answered.textValue());
    }
    return recorded.equals(answered);
  }

  private void objects(Spot spot, JsonNode recorded, JsonNode answered) {
    var names = new TreeSet<String>();
    recorded.fieldNames().forEachRemaining(names::add);
    answered.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      if (recorded.has(name) || !isStandIn(recorded, name)) {
        compare(spot.at(name), recorded.path(name), either(answered, name));
      }
    }
  }

  /** A member by its name, or by what stands for that. */
  private JsonNode either(JsonNode answered, String name) {
    return answered.path(answered.has(name) ? name : stand.now(name));
  }

  /** Whether a name is an id that stands for another name of the recorded object. */
  private boolean isStandIn(JsonNode recorded, String name) {
    for (var names = recorded.fieldNames(); names.hasNext(); ) {
      var one = names.next();
      if (!one.equals(name) && stand.now(one).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void arrays(Spot spot, JsonNode recorded, JsonNode answered) {
    if (!id(recorded.path(0)).isEmpty() || !id(answered.path(0)).isEmpty()) {
      Pairing.of(recorded, answered, stand, new Elements(spot));
      return;
    }
    for (var i = 0; i < Math.max(recorded.size(), answered.size()); i++) {
      compare(spot.at(i), recorded.path(i), answered.path(i));
    }
  }

  /** What tells an element from the others, empty for none. */
  static String id(JsonNode element) {
    return element.path("id").asText(element.path("accountID").asText(""));
  }

  private final class Elements implements Pairing.Taker {
    private final Spot list;

    Elements(Spot list) {
      this.list = list;
    }

    @Override
    public void pair(int index, JsonNode recorded, JsonNode answered) {
      compare(list.at(index), recorded, answered);
    }

    @Override
    public void single(int index, JsonNode recorded, JsonNode answered) {
      tell(list.at(index), recorded, answered);
    }

    @Override
    public void moved(int index, int now, JsonNode recorded) {
      var spot = list.at(index).inside(recorded);
      var why = reasons.ofElement(spot);
      found.add(new Found(spot.pointer(), "here", "at " + now, why));
    }
  }

  private void tell(Spot spot, JsonNode recorded, JsonNode answered) {
    var there = recorded.isMissingNode() ? answered : recorded;
    var inside = spot.inside(there);
    var isElement = there.isObject() && recorded.isMissingNode() != answered.isMissingNode();
    var why = isElement ? reasons.ofElement(inside) : reasons.ofValue(inside, recorded, answered);
    found.add(new Found(spot.pointer(), shown(recorded), shown(answered), why));
  }

  private static String shown(JsonNode value) {
    var text = value.isMissingNode() ? "absent" : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
