package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of an answer, with what the document says about it.
 *
 * @param steps the way to it from the root
 * @param value the value; never written to
 * @param schemas the schemas that speak about it
 */
record Spot(List<String> steps, JsonNode value, ValueSchemas schemas) {

  /** The way to a member of the value. */
  List<String> below(String member) {
    return Pointers.below(steps, member);
  }

  /** The last member name on the way: of an item, that of its array; empty for the root. */
  static String memberName(List<String> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (!isIndex(steps.get(i))) {
        return steps.get(i);
      }
    }
    return "";
  }

  /** A key of a map may be all digits too, but a wish names members and not keys. */
  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  String memberName() {
    return memberName(steps);
  }

  List<String> memberNames() {
    var names = new ArrayList<String>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
