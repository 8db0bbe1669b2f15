package dev.fakebeeper.junit;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.Entry;
import java.util.List;

/** The end of a journal in lines for people, without secrets. */
record JournalExcerpt(List<String> lines, int left) {
  private static final int MOST = 500;
  private static final int FEW = 20;

  static JournalExcerpt of(FakeWorld world) {
    var entries = world.journal().entries();
    var left = Math.max(0, entries.size() - MOST);
    return new JournalExcerpt(
        entries.subList(left, entries.size()).stream().map(Entry::line).toList(), left);
  }

  /** All lines that there are. */
  String all() {
    return text(lines.size());
  }

  /** The last lines. */
  String few() {
    return text(Math.min(FEW, lines.size()));
  }

  private String text(int shown) {
    if (lines.isEmpty()) {
      return "(nothing)";
    }
    var before = left + lines.size() - shown;
    var head = before == 0 ? "" : "(%d before)\n".formatted(before);
    return head + String.join("\n", lines.subList(lines.size() - shown, lines.size()));
  }
}
