package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The document as clients may read it: without the operations and parameters that a version does
 * not have. They are still in the tree that the rest of the package reads, see {@link VersionView}.
 */
final class PublishedDocument {
  private final Document document;
  private final ApiVersion version;

  private PublishedDocument(Document document, ApiVersion version) {
    this.document = document;
    this.version = version;
  }

  /** The JSON of a document with nothing in it but the given operations. */
  static byte[] json(Document document, ApiVersion version, Set<String> operationPointers) {
    if (version.isAtLeast(ApiVersion.latest())) {
      return document.json();
    }
    var published = new PublishedDocument(document, version);
    var tree = document.tree().deepCopy();
    var paths = tree.path("paths");
    for (var path : names(paths)) {
      published.prune((ObjectNode) paths, path, operationPointers);
    }
    return Json.bytes(tree);
  }

  private void prune(ObjectNode paths, String path, Set<String> kept) {
    if (!(paths.get(path) instanceof ObjectNode item)) {
      return;
    }
    int operations = 0;
    for (var member : names(item)) {
      var pointer = Pointers.child(Pointers.child("/paths", path), member);
      if (OperationTable.isMethod(member) && !kept.contains(pointer)) {
        item.remove(member);
      } else if (OperationTable.isMethod(member)) {
        operations++;
        pruneParameters(item.path(member).path("parameters"), pointer + "/parameters");
      }
    }
    pruneParameters(item.path("parameters"), "");
    if (operations == 0 && !item.has("$ref")) {
      paths.remove(path);
    }
  }

  private void pruneParameters(JsonNode parameters, String pointer) {
    if (parameters instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        var entry = array.get(i);
        var target = new Place(document, pointer + "/" + i, entry).follow().node();
        if (!Since.isIn(entry, version) || !Since.isIn(target, version)) {
          array.remove(i);
        }
      }
    }
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
