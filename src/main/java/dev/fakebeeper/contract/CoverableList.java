package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers coverables while they are found; the same one has the same number. */
final class CoverableList {
  private final Map<Coverable, Integer> numbers = new LinkedHashMap<>();

  int add(Dimension dimension, String subject, String name) {
    return numbers.computeIfAbsent(new Coverable(dimension, subject, name), key -> numbers.size());
  }

  List<Coverable> all() {
    return List.copyOf(numbers.keySet());
  }
}
