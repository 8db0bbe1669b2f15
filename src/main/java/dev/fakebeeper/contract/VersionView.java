package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A document as an older version would have it. Properties and enumerated values that are newer, or
 * were gone for a while, go away, and a schema that had another form gives way to it; operations
 * and parameters stay in the tree (the table of operations leaves them out), so that every JSON
 * pointer, and with it every line number, keeps its meaning.
 */
final class VersionView {
  private final ApiVersion version;
  private final Set<String> hidden = new HashSet<>();

  private VersionView(ApiVersion version) {
    this.version = version;
  }

  /** The older document, and what it hides. */
  record Result(Document document, Set<String> hiddenProperties) {}

  /** {@code hiddenProperties} are JSON pointers. */
  static Result of(Document newest, ApiVersion version) {
    if (version.isAtLeast(ApiVersion.latest())) {
      return new Result(newest, Set.of()); // nothing is newer, so the tree need not be copied
    }
    var view = new VersionView(version);
    var tree = newest.tree().deepCopy();
    view.prune("", tree);
    return new Result(new Document(newest.source(), tree), Set.copyOf(view.hidden));
  }

  private void prune(String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      takeForm(object);
      pruneProperties(pointer, object);
      pruneEnum(object);
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        prune(pointer + "/" + i, array.get(i));
      }
    } else {
      node.properties()
          .forEach(member -> prune(Pointers.child(pointer, member.getKey()), member.getValue()));
    }
  }

  /** {@code x-fake-forms} lists what stood in a schema's place, and in which versions. */
  private void takeForm(ObjectNode schema) {
    for (var form : schema.path("x-fake-forms")) {
      var since = form.path("since").asText("");
      if ((since.isEmpty() || version.isAtLeast(since))
          && !version.isAtLeast(form.path("until").asText())) {
        schema.removeAll();
        schema.set("$ref", form.path("schema"));
        return;
      }
    }
  }

  private void pruneProperties(String pointer, ObjectNode schema) {
    if (schema.get("properties") instanceof ObjectNode properties) {
      for (var name : names(properties)) {
        if (!Since.isIn(properties.path(name), version)) {
          properties.remove(name);
          removeText(schema.path("required"), name);
          hidden.add(Pointers.child(pointer + "/properties", name));
        }
      }
    }
  }

  private void pruneEnum(ObjectNode schema) {
    if (schema.get("x-fake-enum-since") instanceof ObjectNode since) {
      for (var value : names(since)) {
        if (!version.isAtLeast(since.path(value).asText())) {
          removeText(schema.path("enum"), value);
        }
      }
    }
  }

  private static void removeText(JsonNode array, String text) {
    for (int i = array.size() - 1; i >= 0; i--) {
      if (array.get(i).asText().equals(text)) {
        ((ArrayNode) array).remove(i);
      }
    }
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
