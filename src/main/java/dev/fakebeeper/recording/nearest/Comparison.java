package dev.fakebeeper.recording.nearest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In what two requests differ. The weights say what a person would call nearer: the same operation
 * with another limit before another operation with the same limit. They are a heuristic, and wrong
 * for a recording whose bodies alone tell requests apart.
 */
final class Comparison {
  private static final int METHOD = 15;
  private static final int SEGMENT = 10;
  private static final int LENGTH = 20;
  private static final int PARAMETER = 3;
  private static final int HEADER = 2;
  private static final int MEMBER = 2;

  private final KnownRequest recorded;
  private final KnownRequest asked;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(KnownRequest recorded, KnownRequest asked) {
    this.recorded = recorded;
    this.asked = asked;
  }

  static List<Difference> of(KnownRequest recorded, KnownRequest asked) {
    var comparison = new Comparison(recorded, asked);
    comparison.compare();
    return List.copyOf(comparison.differences);
  }

  private void compare() {
    if (!recorded.method().equals(asked.method())) {
      add("method", recorded.method(), asked.method(), METHOD);
    }
    comparePaths();
    compareTexts("query", joined(recorded.query()), joined(asked.query()), PARAMETER);
    compareTexts("header", recorded.headers(), asked.headers(), HEADER);
    compare("", recorded.body(), asked.body());
  }

  private void comparePaths() {
    if (recorded.path().equals(asked.path())) {
      return;
    }
    var ours = recorded.path().split("/", -1);
    var theirs = asked.path().split("/", -1);
    int weight = LENGTH * Math.abs(ours.length - theirs.length);
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      weight += ours[i].equals(theirs[i]) ? 0 : SEGMENT;
    }
    add("path", recorded.path(), asked.path(), weight);
  }

  private static Map<String, String> joined(Map<String, List<String>> query) {
    var joined = new TreeMap<String, String>();
    query.forEach((name, values) -> joined.put(name, String.join(", ", values)));
    return joined;
  }

  private void compareTexts(
      String kind, Map<String, String> ours, Map<String, String> theirs, int weight) {
    var names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    for (var name : names) {
      var known = ours.get(name);
      var wanted = theirs.get(name);
      if (known == null || !known.equals(wanted)) {
        add(kind + " " + name, shown(name, known), shown(name, wanted), weight);
      }
    }
  }

  private static String shown(String name, @Nullable String value) {
    return value == null ? "nothing" : '"' + Words.shown(name, value) + '"';
  }

  private void compare(String pointer, JsonNode ours, JsonNode theirs) {
    if (ours.equals(theirs)) {
      return;
    }
    if (ours.isObject() && theirs.isObject()) {
      var names = new TreeSet<String>();
      ours.fieldNames().forEachRemaining(names::add);
      theirs.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        compare(pointer + "/" + name, ours.path(name), theirs.path(name));
      }
    } else if (ours.isArray() && theirs.isArray() && ours.size() == theirs.size()) {
      for (int i = 0; i < ours.size(); i++) {
        compare(pointer + "/" + i, ours.path(i), theirs.path(i));
      }
    } else {
      var name = pointer.substring(pointer.lastIndexOf('/') + 1);
      add(("body " + pointer).strip(), Words.shown(name, ours), Words.shown(name, theirs), MEMBER);
    }
  }

  private void add(String place, String known, String wanted, int weight) {
    differences.add(new Difference(place, known, wanted, weight));
  }
}
