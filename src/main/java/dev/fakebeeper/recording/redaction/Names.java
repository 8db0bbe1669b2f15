package dev.fakebeeper.recording.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives names other names, made up ones, each its own. Thread-safe. */
final class Names {
  private static final List<String> FIRST =
      List.of(
          "Arlo", "Bryn", "Cleo", "Dara", "Eben", "Fern", "Gale", "Hollis", "Indra", "Jory", "Kit",
          "Linn", "Maro", "Nell", "Odel", "Perrin", "Quill", "Rowan", "Sorrel", "Tamsin", "Ulla",
          "Vesper", "Wren", "Xanti", "Yarrow", "Zephan", "Alder", "Briar", "Corin", "Darcy",
          "Ember", "Finch");
  private static final List<String> LAST =
      List.of(
          "Ashgrove",
          "Birchby",
          "Cloudsley",
          "Dewhollow",
          "Elmwater",
          "Fennmoor",
          "Gorsefield",
          "Hazeldine",
          "Ivyhurst",
          "Juniper",
          "Kestrelby",
          "Larkmere",
          "Mossfeld",
          "Nettlebed",
          "Oakhanger",
          "Pinecroft",
          "Quarryman",
          "Reedham",
          "Stillwater",
          "Thornbury",
          "Underhill",
          "Valewood",
          "Willowby",
          "Yewdale",
          "Amberley",
          "Brookshaw",
          "Copperfeld",
          "Driftwood",
          "Evenmoor",
          "Foxglove",
          "Greenhithe",
          "Heathcote");

  private static final int ATTEMPTS = 8;

  private final Keyed keyed;
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Names(Keyed keyed) {
    this.keyed = keyed;
  }

  /** The name that stands for a name, of one word or of two. */
  synchronized String name(String name) {
    if (name.isBlank()) {
      return name;
    }
    var known = given.get(name);
    if (known != null) {
      return known;
    }
    var made = free(name);
    given.put(name, made);
    return made;
  }

  /** The same, if the name was seen as one before. */
  synchronized Optional<String> known(String name) {
    return Optional.ofNullable(given.get(name));
  }

  private String free(String name) {
    boolean isLong = name.strip().matches("(?s).*\\s.*");
    var made = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var first = FIRST.get(keyed.number("first " + attempt, name, FIRST.size()));
      var last = LAST.get(keyed.number("last " + attempt, name, LAST.size()));
      made = isLong || attempt > ATTEMPTS / 2 ? first + " " + last : first;
      if (taken.add(made)) {
        return made;
      }
    }
    var numbered = made + " " + (given.size() + 1); // there are more people than names here
    taken.add(numbered);
    return numbered;
  }
}
