package dev.fakebeeper.control.actions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an action made.
 *
 * @param ids the ids by the name of their kind as the API spells it, such as {@code chatID}; one
 *     id, or several where several were made
 */
public record Outcome(Map<String, List<String>> ids) {
  /** Nothing that has an id. */
  public static final Outcome NOTHING = new Outcome(Map.of());

  /** Copies the ids. */
  public Outcome {
    var copy = new LinkedHashMap<String, List<String>>();
    ids.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    ids = Collections.unmodifiableMap(copy);
  }

  static Outcome made(String name, String id) {
    return new Outcome(Map.of(name, List.of(id)));
  }
}
