package dev.fakebeeper.control.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a verification found, for people. */
final class Report {
  private static final int MAX_ENTRIES = 10;

  private final StringBuilder text = new StringBuilder();

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  void entries(List<Entry> found) {
    found.stream().limit(MAX_ENTRIES).forEach(entry -> line("  %s", Show.line(entry)));
    if (found.size() > MAX_ENTRIES) {
      line("  and %d more", found.size() - MAX_ENTRIES);
    }
  }

  void nearest(@Nullable NearMiss nearest) {
    if (nearest == null) {
      line("Nothing in the journal is like it.");
      return;
    }
    line("The nearest is %s. What is marked with ! differs:", Show.line(nearest.entry()));
    var rows = new ArrayList<NearMiss.Line>();
    rows.add(new NearMiss.Line("", "wanted", "got", true));
    rows.addAll(nearest.lines());
    int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(1);
    int wanted = rows.stream().mapToInt(row -> row.wanted().length()).max().orElse(1);
    var format = "  %s %-" + Math.max(names, 1) + "s  %-" + Math.max(wanted, 1) + "s  %s";
    for (var row : rows) {
      line(format, row.same() ? " " : "!", row.name(), row.wanted(), got(row));
    }
  }

  private static String got(NearMiss.Line row) {
    return row.got().isEmpty() ? "(nothing)" : row.got();
  }

  void dropped(long number) {
    if (number > 0) {
      line(
          "Older entries gave way to newer ones (%d in all), and what they were cannot be told. Give the journal more room (journalEntries), or reset the world before.",
          number);
    }
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
