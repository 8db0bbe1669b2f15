package dev.fakebeeper.control.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate that takes the fewest edits, if it is near enough to be a slip: at most a third
   * of the letters, at least two.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    var limit = Math.max(2, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> edits(name, candidate) <= limit)
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  /** The Levenshtein distance, one row at a time. */
  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= from.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var replace = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
