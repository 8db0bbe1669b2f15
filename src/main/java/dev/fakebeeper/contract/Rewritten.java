package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message after changes, with the changes.
 *
 * @param message the message; the very same one when there are no changes
 * @param changes what was changed, in the order of the message; empty when nothing could be
 * @param unmatched the names and pointers that led to no change
 */
public record Rewritten<T>(T message, List<JsonChange> changes, List<String> unmatched) {
  private static final int MAX_LINES = 20;

  /** Copies the lists. */
  public Rewritten {
    changes = List.copyOf(changes);
    unmatched = List.copyOf(unmatched);
  }

  /** The changes in words: what happened to several items is told once, 20 lines at most. */
  public List<String> summary() {
    var counts = new LinkedHashMap<String, Integer>();
    for (var change : changes) {
      var pointer = change.pointer().replaceAll("/\\d+(?=/|$)", "/*");
      counts.merge(new JsonChange(pointer, change.what()).describe(), 1, Integer::sum);
    }
    var lines = new ArrayList<String>();
    counts.entrySet().stream().limit(MAX_LINES).map(Rewritten::line).forEach(lines::add);
    if (counts.size() > MAX_LINES) {
      lines.add("and %d other changes".formatted(counts.size() - MAX_LINES));
    }
    return lines;
  }

  private static String line(Map.Entry<String, Integer> counted) {
    return counted.getValue() == 1
        ? counted.getKey()
        : "%s (%d times)".formatted(counted.getKey(), counted.getValue());
  }
}
