package dev.fakebeeper.control.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry that answers a question nearly, beside what was asked for.
 *
 * @param entry the one that meets most criteria; the last of several
 * @param lines the criteria in the order of the question
 */
public record NearMiss(Entry entry, List<Line> lines) {

  /** Copies the lines. */
  public NearMiss {
    lines = List.copyOf(lines);
  }

  /**
   * One criterion beside what the entry has.
   *
   * @param name what it is about
   * @param wanted in words
   * @param got in words, empty for nothing; secrets masked
   * @param same whether the entry meets it
   */
  public record Line(String name, String wanted, String got, boolean same) {}

  /** The nearest of some entries; null when none of them meets a single criterion. */
  static @Nullable NearMiss of(Journal journal, EntryQuery query, List<Entry> entries) {
    Look best = null;
    long most = 0;
    for (var entry : entries) {
      if (query.isAbout(entry)) {
        var look = journal.look(entry);
        long met = query.criteria().stream().filter(one -> one.holds().test(look)).count();
        if (met > 0 && met >= most) {
          best = look;
          most = met;
        }
      }
    }
    return best == null ? null : compare(query, best);
  }

  private static NearMiss compare(EntryQuery query, Look look) {
    return new NearMiss(
        look.entry(), query.criteria().stream().map(one -> line(one, look)).toList());
  }

  private static Line line(Criterion one, Look look) {
    return new Line(one.name(), one.wanted(), one.got().apply(look), one.holds().test(look));
  }
}
