package dev.fakebeeper.control.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a state file says, as it stands there. Used by one thread. */
final class StateDraft {
  private final Map<Section<?>, List<Object>> elements = new HashMap<>();

  /** The elements of a section in the order of the file; none where it is absent. */
  @SuppressWarnings("unchecked") // only add fills the lists
  <T> List<T> all(Section<T> section) {
    return (List<T>) elements.getOrDefault(section, List.of());
  }

  boolean has(Section<?> section) {
    return elements.containsKey(section);
  }

  void begin(Section<?> section) {
    elements.put(section, new ArrayList<>());
  }

  <T> void add(Section<T> section, T element) {
    elements.computeIfAbsent(section, one -> new ArrayList<>()).add(element);
  }
}
