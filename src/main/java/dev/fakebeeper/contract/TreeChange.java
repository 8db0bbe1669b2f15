package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a JSON tree that gets another value or goes away.
 *
 * @param steps the way to the place from the root, unescaped
 * @param value the new value, null for none
 * @param what the change in words
 */
record TreeChange(List<String> steps, @Nullable JsonNode value, String what) {

  static TreeChange set(List<String> steps, JsonNode value) {
    return new TreeChange(steps, value, "became " + ComplaintWords.value(value));
  }

  static TreeChange remove(List<String> steps) {
    return new TreeChange(steps, null, "was removed");
  }

  /** A copy of the tree with all changes, made in their order. */
  static JsonNode applied(JsonNode tree, List<TreeChange> changes) {
    JsonNode copy = tree.deepCopy();
    for (var change : changes) {
      copy = change.applyTo(copy);
    }
    return copy;
  }

  /** Changes the tree itself; returns its root, which is another one when the root is replaced. */
  private JsonNode applyTo(JsonNode root) {
    if (steps.isEmpty()) {
      return value == null ? root : value.deepCopy();
    }
    int last = steps.size() - 1;
    var parent = at(root, steps.subList(0, last));
    if (parent instanceof ObjectNode object) {
      change(object, steps.get(last));
    } else if (parent instanceof ArrayNode array) {
      change(array, Integer.parseInt(steps.get(last)));
    }
    return root;
  }

  private void change(ObjectNode object, String name) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, value.deepCopy());
    }
  }

  private void change(ArrayNode array, int index) {
    if (value == null) {
      array.remove(index);
    } else {
      array.set(index, value.deepCopy());
    }
  }

  /** What stands at a place, a missing node when nothing does. */
  static JsonNode at(JsonNode tree, List<String> steps) {
    var node = tree;
    for (var step : steps) {
      node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }
    return node;
  }

  JsonChange told() {
    return new JsonChange(Pointers.of(steps), what);
  }
}
