package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contract document as a raw tree. The tree is never written to once the document stands.
 *
 * @param source where it was read from
 * @param tree the root object
 */
record Document(Source source, ObjectNode tree) {

  /** The place that a JSON pointer names. */
  Place at(String pointer) {
    return new Place(this, pointer, tree.at(JsonPointer.compile(pointer)));
  }

  /** The line of a place, from 1; 0 when it is unknown. */
  int line(String pointer) {
    return source.line(pointer);
  }
}
