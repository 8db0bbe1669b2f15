package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of the entities of one kind, by their keys. The first sighting counts. A later one
 * adds what the first did not show, as long as nobody is known to have changed the entity in
 * between; after that only what changes seldom. Members that a client had written before anybody
 * saw the entity are taken out of the first sighting: what they were before is not known.
 */
final class Sightings {
  private final Set<String> standing;
  private final Map<String, ObjectNode> seen = new LinkedHashMap<>();
  private final Map<String, Set<String>> touched = new HashMap<>();

  /**
   * Nothing seen yet.
   *
   * @param standing the members that a later sighting may add at any time
   */
  Sightings(String... standing) {
    this.standing = Set.of(standing);
  }

  /** From now on an entity is no longer as it was; the members that were written, if known. */
  void touch(String key, String... members) {
    touched.computeIfAbsent(key, k -> new HashSet<>()).addAll(List.of(members));
  }

  boolean has(String key) {
    return seen.containsKey(key);
  }

  @Nullable ObjectNode find(String key) {
    return seen.get(key);
  }

  /**
   * Takes note of a sighting.
   *
   * @param aliases other keys under which it may have been touched
   * @return the members that were not believed, because a client had written them
   */
  Set<String> see(String key, ObjectNode shown, String... aliases) {
    var written = writtenTo(key, aliases);
    var known = seen.get(key);
    if (known == null) {
      var believed = shown.deepCopy();
      var doubted = new HashSet<>(written == null ? Set.of() : written);
      doubted.removeIf(member -> !shown.hasNonNull(member));
      seen.put(key, believed.without(doubted));
      return doubted;
    }
    shown
        .properties()
        .forEach(
            member -> {
              var mayAdd = written == null || standing.contains(member.getKey());
              if (mayAdd && !known.has(member.getKey())) {
                known.set(member.getKey(), member.getValue().deepCopy());
              }
            });
    return Set.of();
  }

  /** The members that were written, null when nothing happened to it. */
  private @Nullable Set<String> writtenTo(String key, String... aliases) {
    var all = touched.get(key);
    for (var alias : aliases) {
      var more = touched.get(alias);
      if (more != null) {
        all = new HashSet<>(all == null ? Set.of() : all);
        all.addAll(more);
      }
    }
    return all;
  }

  void forget(String key) {
    seen.remove(key);
  }

  Collection<ObjectNode> all() {
    return seen.values();
  }

  Map<String, ObjectNode> byKey() {
    return seen;
  }
}
