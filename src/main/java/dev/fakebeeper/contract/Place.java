package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A place in a contract document: a node together with the JSON pointer to it. References to other
 * places of the document are followed on request, never by themselves.
 *
 * @param document the document
 * @param pointer the JSON pointer
 * @param node what stands there, a missing node when nothing does
 */
record Place(Document document, String pointer, JsonNode node) {

  /** A member of this place. */
  Place child(String name) {
    if (node.isArray() && name.matches("\\d{1,9}")) {
      return new Place(document, pointer + "/" + name, node.path(Integer.parseInt(name)));
    }
    return new Place(document, Pointers.child(pointer, name), node.path(name));
  }

  /** All members of this place in document order. */
  List<Place> children() {
    var children = new ArrayList<Place>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        children.add(new Place(document, pointer + "/" + i, node.get(i)));
      }
    } else {
      node.fieldNames().forEachRemaining(name -> children.add(child(name)));
    }
    return children;
  }

  /** What this schema of an array states about one of its items, empty when it states nothing. */
  Optional<Place> item(int index) {
    var first = child("prefixItems").child(String.valueOf(index));
    var stated = first.exists() ? first : child("items");
    return stated.exists() ? Optional.of(stated) : Optional.empty();
  }

  boolean exists() {
    return !(node instanceof MissingNode);
  }

  String name() {
    return Pointers.lastMember(pointer);
  }

  /** The text of a member, empty when it is absent. */
  String text(String member) {
    return node.path(member).asText("");
  }

  /** The place that this one refers to, empty when it is no reference. */
  Optional<Place> reference() {
    var reference = node.path("$ref");
    if (!reference.isTextual()) {
      return Optional.empty();
    }
    if (!reference.textValue().startsWith("#")) {
      throw failure(
          "refers to another file (%s)".formatted(reference.textValue()),
          "Bundle the contract into one document.");
    }
    var target = document.at(Pointers.ofLocalReference(reference.textValue()));
    if (!target.exists()) {
      throw failure(
          "refers to %s, which does not exist".formatted(reference.textValue()),
          "Add it, or correct the reference.");
    }
    return Optional.of(target);
  }

  /** This place, or what it refers to in the end. */
  Place follow() {
    var seen = new HashSet<String>();
    var place = this;
    var next = reference();
    while (next.isPresent()) {
      if (!seen.add(place.pointer)) {
        throw failure("refers to itself", "Break the circle of references.");
      }
      place = next.get();
      next = place.reference();
    }
    return place;
  }

  /** Two places are equal when they are the same place; comparing trees would cost a walk. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && place.document.equals(document)
        && place.pointer.equals(pointer);
  }

  @Override
  public int hashCode() {
    return pointer.hashCode();
  }

  int line() {
    return document.line(pointer);
  }

  ContractException failure(String what, String fix) {
    return document.source().failure(pointer, "(%s) %s".formatted(pointer, what), fix);
  }
}
