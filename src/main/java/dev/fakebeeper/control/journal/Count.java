package dev.fakebeeper.control.journal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So many entries answer a question. */
final class Count extends Expectation {
  private final EntryQuery query;
  private final int min;
  private final int max;

  Count(EntryQuery query, int min, int max, Duration patience) {
    super(patience);
    this.query = query;
    this.min = min;
    this.max = max;
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("number (%d) must be 0 or more".formatted(max));
    }
  }

  @Override
  public Expectation within(Duration time) {
    if (min == 0) {
      throw new IllegalArgumentException(
          "\"%s\" holds until something breaks it, so there is nothing to wait for. Cause an event that comes after, wait for that one, then verify this without a time."
              .formatted(words()));
    }
    return new Count(query, min, max, requireWait(time));
  }

  private String words() {
    if (max == 0) {
      return "no " + query.words(1);
    }
    if (min == max) {
      return "exactly " + min + " " + query.words(min);
    }
    return min == 0
        ? "at most " + max + " " + query.words(max)
        : "at least " + min + " " + query.words(min);
  }

  @Override
  List<EntryQuery> queries() {
    return List.of(query);
  }

  @Override
  List<Entry> found(Journal journal, Journal.State state) {
    return state.entries().stream().filter(entry -> query.holds(journal.look(entry))).toList();
  }

  @Override
  boolean isMet(List<Entry> found, Journal.State state) {
    return found.size() >= min
        && found.size() <= max
        && (max == Integer.MAX_VALUE || state.dropped() == 0);
  }

  @Override
  VerificationResult result(Journal journal, Journal.State state, List<Entry> found) {
    var nearest = found.size() < min ? NearMiss.of(journal, query, state.entries()) : null;
    return new VerificationResult(
        isMet(found, state), words(), found, nearest, text(state, found, nearest));
  }

  private String text(Journal.State state, List<Entry> found, @Nullable NearMiss nearest) {
    var text = new Report();
    text.line("Expected %s, found %d.", words(), found.size());
    if (found.size() > max) {
      text.entries(found);
    } else if (found.size() < min) {
      text.nearest(nearest);
    }
    text.dropped(state.dropped());
    return text.toString();
  }
}
