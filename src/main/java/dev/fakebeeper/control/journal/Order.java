package dev.fakebeeper.control.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each question has its entry, one after the other. */
final class Order extends Expectation {
  private final List<EntryQuery> steps;

  Order(List<EntryQuery> steps, Duration patience) {
    super(patience);
    this.steps = List.copyOf(steps);
    if (steps.size() < 2) {
      throw new IllegalArgumentException("steps (%d) must be two or more".formatted(steps.size()));
    }
  }

  @Override
  public Expectation within(Duration time) {
    return new Order(steps, requireWait(time));
  }

  @Override
  List<EntryQuery> queries() {
    return steps;
  }

  /** The earliest entry for each step; ends at the first step that has none. */
  @Override
  List<Entry> found(Journal journal, Journal.State state) {
    var found = new ArrayList<Entry>();
    for (var entry : state.entries()) {
      if (found.size() < steps.size() && steps.get(found.size()).holds(journal.look(entry))) {
        found.add(entry);
      }
    }
    return found;
  }

  @Override
  boolean isMet(List<Entry> found, Journal.State state) {
    return found.size() == steps.size();
  }

  @Override
  VerificationResult result(Journal journal, Journal.State state, List<Entry> found) {
    var expected = steps.stream().map(EntryQuery::toString).collect(Collectors.joining(", then "));
    if (isMet(found, state)) {
      return new VerificationResult(true, expected, found, null, "Found all in order.");
    }
    var missing = steps.get(found.size());
    var nearest = NearMiss.of(journal, missing, rest(found, state.entries()));
    var text = new Report();
    text.line("Expected %d entries in order, found %d.", steps.size(), found.size());
    for (int i = 0; i < steps.size(); i++) {
      text.line("  %d. %s%s", i + 1, steps.get(i), fate(i, found));
    }
    state.entries().stream()
        .filter(entry -> missing.holds(journal.look(entry)))
        .findFirst()
        .ifPresentOrElse(
            early -> text.line("What is missing came too early: %s", Show.line(early)),
            () -> text.nearest(nearest));
    text.dropped(state.dropped());
    return new VerificationResult(false, expected, found, nearest, text.toString());
  }

  /** What comes after the last one found. */
  private static List<Entry> rest(List<Entry> found, List<Entry> entries) {
    return found.isEmpty()
        ? entries
        : entries.subList(entries.indexOf(found.get(found.size() - 1)) + 1, entries.size());
  }

  private static String fate(int step, List<Entry> found) {
    if (step < found.size()) {
      return ": " + Show.line(found.get(step));
    }
    return step == found.size() ? ": missing" : "";
  }
}
