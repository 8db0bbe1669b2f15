package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was compared, fact by fact. Not thread-safe. */
final class Facts {

  /** One comparison: what the facts say, and what the document says. */
  record Fact(String name, String expected, String actual) {
    boolean holds() {
      return expected.equals(actual);
    }

    @Override
    public String toString() {
      return "%s: expected %s, the document has %s".formatted(name, expected, actual);
    }
  }

  private final Map<String, Fact> all = new LinkedHashMap<>();

  /** Compares two values by their text. A name stands for one fact only. */
  void check(String name, Object expected, Object actual) {
    var earlier = all.put(name, new Fact(name, expected.toString(), actual.toString()));
    if (earlier != null) {
      throw new AssertionError("two facts are called " + name);
    }
  }

  int size() {
    return all.size();
  }

  boolean knows(String name) {
    return all.containsKey(name);
  }

  List<Fact> failed() {
    var failed = new ArrayList<>(all.values());
    failed.removeIf(Fact::holds);
    return failed;
  }
}
