package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * A contract document as a raw tree. The tree is never written to once the document stands. Equal
 * only to itself: to compare or hash two trees is a walk over thousands of nodes.
 */
final class Document {
  private final Source source;
  private final ObjectNode tree;
  private final Supplier<byte[]> json;

  Document(Source source, ObjectNode tree) {
    this(source, tree, () -> Json.bytes(tree));
  }

  /** A document whose JSON is at hand, so that nobody needs to write it again. */
  Document(Source source, ObjectNode tree, Supplier<byte[]> json) {
    this.source = source;
    this.tree = tree;
    this.json = json;
  }

  /** Where it was read from. */
  Source source() {
    return source;
  }

  /** The root object. */
  ObjectNode tree() {
    return tree;
  }

  /** The whole document as JSON. */
  byte[] json() {
    return json.get();
  }

  /** The place that a JSON pointer names. */
  Place at(String pointer) {
    return new Place(this, pointer, tree.at(JsonPointer.compile(pointer)));
  }

  /** The line of a place, from 1; 0 when it is unknown. */
  int line(String pointer) {
    return source.line(pointer);
  }
}
