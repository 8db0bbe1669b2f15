package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import java.util.Map;
import java.util.function.Function;

/**
 * The name of something that stands elsewhere in the file.
 *
 * @param place where the name is used
 * @param key the name
 */
record Ref(Place place, String key) {
  /** One function for all formats: each method reference would be a class of its own at start. */
  static final Function<SourceNode, Ref> READ = Ref::read;

  static Ref read(SourceNode node) {
    return new Ref(node.place(), node.asText());
  }

  /**
   * What the name stands for.
   *
   * @param kind for people, such as {@code "person"}
   */
  <T> T in(Map<String, T> all, String kind) {
    var value = all.get(key);
    if (value == null) {
      throw missing(all, kind);
    }
    return value;
  }

  private SourceException missing(Map<String, ?> all, String kind) {
    return new SourceException(
        place,
        "There is no %s \"%s\"".formatted(kind, key),
        all.isEmpty()
            ? "The file has none"
            : "Known here: " + String.join(", ", all.keySet().stream().limit(20).toList()),
        Nearest.of(key, all.keySet())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Correct the name, or add the " + kind));
  }
}
