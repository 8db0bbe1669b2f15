package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The members that a schema knows, over all its branches: what may be there at all, not what is
 * valid. Serves the warnings about unknown members, and the words of complaints. Inner shapes are
 * made when they are first asked for, so schemas may refer to themselves. Safe for use by many
 * threads.
 */
final class Shape {
  private static final List<String> IN_PLACE = List.of("if", "then", "else");
  private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf");

  private final Map<String, List<Place>> members = new LinkedHashMap<>();
  private final List<Place> elements = new ArrayList<>();
  private final List<Place> others = new ArrayList<>();
  private final Map<String, Shape> made = new ConcurrentHashMap<>();
  private boolean open;

  private Shape(List<Place> schemas) {
    var seen = new LinkedHashSet<String>();
    schemas.forEach(schema -> collect(schema, seen));
  }

  static Shape of(Place schema) {
    return new Shape(List.of(schema));
  }

  private void collect(Place schema, Set<String> seen) {
    if (!seen.add(schema.pointer())) {
      return;
    }
    schema.reference().ifPresent(target -> collect(target, seen));
    for (var member : schema.child("properties").children()) {
      members.computeIfAbsent(member.name(), name -> new ArrayList<>()).add(member);
    }
    collectOpenness(schema);
    if (schema.child("items").exists()) {
      elements.add(schema.child("items"));
    }
    elements.addAll(schema.child("prefixItems").children());
    BRANCHES.forEach(
        keyword -> schema.child(keyword).children().forEach(branch -> collect(branch, seen)));
    schema.child("dependentSchemas").children().forEach(branch -> collect(branch, seen));
    IN_PLACE.stream()
        .map(schema::child)
        .filter(Place::exists)
        .forEach(branch -> collect(branch, seen));
  }

  /** A schema that speaks about further members is open on purpose. */
  private void collectOpenness(Place schema) {
    for (var keyword : List.of("additionalProperties", "unevaluatedProperties")) {
      var additional = schema.child(keyword);
      if (additional.exists() && !isFalse(additional.node())) {
        open = true;
        others.add(additional);
      }
    }
    var patterns = schema.child("patternProperties").children();
    others.addAll(patterns);
    open |= !patterns.isEmpty() || schema.child("propertyNames").exists();
  }

  private static boolean isFalse(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }

  /** The names of the known members, in document order. */
  Set<String> names() {
    return members.keySet();
  }

  /** Where each known member is described first. */
  List<Place> properties() {
    return members.values().stream().map(places -> places.get(0)).toList();
  }

  /** Whether some branch of the schema names the member. */
  boolean knows(String member) {
    return members.containsKey(member);
  }

  /** Whether members of any name are expected: a map, or an object that nobody described. */
  boolean isOpen() {
    return open || members.isEmpty();
  }

  /** The shape of a member, null when nothing is known about it. */
  @Nullable Shape memberOrNull(String name) {
    var known = members.get(name);
    if (known != null) {
      return made.computeIfAbsent("." + name, key -> new Shape(known));
    }
    return others.isEmpty() ? null : made.computeIfAbsent("*", key -> new Shape(others));
  }

  /** The shape of the elements of an array, null when nothing is known about them. */
  @Nullable Shape elementOrNull() {
    return elements.isEmpty() ? null : made.computeIfAbsent("[]", key -> new Shape(elements));
  }
}
