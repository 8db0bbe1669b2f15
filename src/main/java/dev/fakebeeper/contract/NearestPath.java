package dev.fakebeeper.contract;

import java.util.List;
import java.util.Optional;

/**
 * The operation whose path differs least from one that matched nothing: for the explanation of a
 * 404, never for an answer. Costs a walk over all operations, which only a wrong request pays.
 */
final class NearestPath {
  /** A long path from a broken client must not cost more than a page of comparison. */
  private static final int MAX_LENGTH = 200;

  private final List<Operation> operations;

  NearestPath(List<Operation> operations) {
    this.operations = operations;
  }

  /** The nearest operation of the same method, else of any; empty when nothing is alike. */
  Optional<Operation> to(String method, String rawPath) {
    var path = rawPath.length() > MAX_LENGTH ? rawPath.substring(0, MAX_LENGTH) : rawPath;
    var same = operations.stream().filter(operation -> operation.method().equals(method)).toList();
    var found = closest(same, path);
    return found.isPresent() ? found : closest(operations, path);
  }

  private static Optional<Operation> closest(List<Operation> candidates, String path) {
    Operation best = null;
    int bestDistance = Math.max(path.length() / 2, 3) + 1;
    for (var candidate : candidates) {
      int distance = distance(fill(candidate.path(), path), path);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The template with its parameters taken from the path, so that a long id costs nothing. */
  private static String fill(String template, String path) {
    var wanted = template.split("/", -1);
    var given = path.split("/", -1);
    for (int i = 0; i < wanted.length && i < given.length; i++) {
      if (Router.isTemplated(wanted[i]) && !given[i].isEmpty()) {
        wanted[i] = given[i];
      }
    }
    return String.join("/", wanted);
  }

  /** How many characters to add, drop, replace or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      rows[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        rows[i][j] = isSwap(a, i, b, j) ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
      }
    }
    return rows[a.length()][b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
