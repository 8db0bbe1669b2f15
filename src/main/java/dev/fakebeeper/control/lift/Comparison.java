package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.lift.Difference.Why;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares two JSON values member by member; elements with an id are compared with their like. */
final class Comparison {
  private static final int LONGEST = 120;

  private final Stand stand;
  private final Later later;
  private final List<Found> found = new ArrayList<>();

  /** A difference without its call. */
  record Found(String pointer, String recorded, String answered, Why why) {}

  /**
   * Where the walk is.
   *
   * @param member the name of the nearest member
   * @param chat the chat around it, empty for none
   * @param isNew whether it is in a message that was sent during the recording
   */
  private record Place(String pointer, String member, String chat, boolean isNew) {
    Place at(String name) {
      var escaped = name.replace("~", "~0").replace("/", "~1");
      return new Place(pointer + "/" + escaped, name, chat, isNew);
    }

    Place element(String step) {
      return new Place(pointer + "/" + step, member, chat, isNew);
    }
  }

  private Comparison(Stand stand, Later later) {
    this.stand = stand;
    this.later = later;
  }

  static List<Found> of(JsonNode recorded, JsonNode answered, Stand stand, Later later) {
    var comparison = new Comparison(stand, later);
    comparison.compare(new Place("", "", "", false), recorded, answered);
    return comparison.found;
  }

  private void compare(Place place, JsonNode recorded, JsonNode answered) {
    if (recorded.isObject() && answered.isObject()) {
      objects(inside(place, recorded), recorded, answered);
    } else if (recorded.isArray() && answered.isArray()) {
      arrays(place, recorded, answered);
    } else if (!areSame(place, recorded, answered)) {
      tell(place, recorded, answered);
    }
  }

  private Place inside(Place place, JsonNode entity) {
    var isMessage = entity.path("sortKey").isTextual();
    var isChat = entity.path("participants").isObject();
    var chat = entity.path(isChat ? "id" : "chatID").asText(place.chat());
    var isNew = isMessage ? stand.isNew(entity.path("id").asText()) : place.isNew();
    return new Place(place.pointer(), place.member(), chat, isNew);
  }

  private boolean areSame(Place place, JsonNode recorded, JsonNode answered) {
    if (recorded.isNumber() && answered.isNumber()) {
      return recorded.decimalValue().compareTo(answered.decimalValue()) == 0;
    }
    if (recorded.isTextual() && answered.isTextual()) {
      return stand.accepts(place.member(), recorded.textValue(), answered.textValue());
    }
    return recorded.equals(answered);
  }

  private void objects(Place place, JsonNode recorded, JsonNode answered) {
    var names = new TreeSet<String>();
    recorded.fieldNames().forEachRemaining(names::add);
    answered.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      if (recorded.has(name) || !isStandIn(recorded, name)) {
        compare(place.at(name), recorded.path(name), either(answered, name));
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

  private void arrays(Place place, JsonNode recorded, JsonNode answered) {
    if (id(recorded.path(0)).isEmpty() && id(answered.path(0)).isEmpty()) {
      for (var i = 0; i < Math.max(recorded.size(), answered.size()); i++) {
        compare(place.element(Integer.toString(i)), recorded.path(i), answered.path(i));
      }
      return;
    }
    new Pairing(recorded, answered, stand).each((i, was, is) -> pair(place, i, was, is));
  }

  private void pair(Place place, int index, JsonNode recorded, JsonNode answered) {
    var at = place.element(Integer.toString(index));
    if (recorded.isMissingNode() || answered.isMissingNode()) {
      var one = recorded.isMissingNode() ? answered : recorded;
      tell(inside(at, one), recorded, answered);
    } else {
      compare(at, recorded, answered);
    }
  }

  /** What tells an element from the others, empty for none. */
  static String id(JsonNode element) {
    return element.path("id").asText(element.path("accountID").asText(""));
  }

  private void tell(Place place, JsonNode recorded, JsonNode answered) {
    var why = why(place, recorded, answered);
    found.add(new Found(place.pointer(), shown(recorded), shown(answered), why));
  }

  private Why why(Place place, JsonNode recorded, JsonNode answered) {
    if (place.member().equals("hasMore") && recorded.asBoolean() && !answered.asBoolean(true)) {
      return Why.END_OF_RECORDING;
    }
    if (later.chats().contains(place.chat()) || later.messages().contains(id(recorded))) {
      return Why.CAME_LATER;
    }
    var ofPace = Set.of("sendStatus", "seen", "id", "status", "deliveredToUsers");
    return place.isNew() && steps(place).stream().anyMatch(ofPace::contains)
        ? Why.PACE
        : Why.UNEXPLAINED;
  }

  private static Set<String> steps(Place place) {
    return new LinkedHashSet<>(List.of(place.pointer().split("/", -1)));
  }

  private static String shown(JsonNode value) {
    var text = value.isMissingNode() ? "absent" : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
