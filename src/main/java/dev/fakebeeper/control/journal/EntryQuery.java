package dev.fakebeeper.control.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question about the entries of a journal: all of its criteria must hold. Immutable; each
 * criterion gives a new query. The terminal methods make it an {@link Expectation}.
 */
public abstract sealed class EntryQuery permits Requests, Events {
  /** The criterion that names an operation. */
  static final String OPERATION = "operation";

  private final List<Criterion> criteria;

  EntryQuery(List<Criterion> criteria) {
    this.criteria = List.copyOf(criteria);
  }

  final List<Criterion> and(Criterion one) {
    var all = new ArrayList<>(criteria);
    all.add(one);
    return all;
  }

  final List<Criterion> criteria() {
    return criteria;
  }

  /** What it asks for, in one word. */
  abstract String noun();

  abstract boolean isAbout(Entry entry);

  final boolean holds(Look look) {
    return isAbout(look.entry())
        && criteria.stream().allMatch(criterion -> criterion.holds().test(look));
  }

  /** Refuses a question that only a slip can ask, so that "never" is not proven by it. */
  final void requireKnown(Names names) {
    for (var one : criteria) {
      if (one.name().equals(OPERATION)) {
        names
            .complaintAbout(one.wanted())
            .ifPresent(
                complaint -> {
                  throw new IllegalArgumentException(complaint);
                });
      }
    }
  }

  /** Expects exactly so many. */
  public final Expectation times(int number) {
    return new Count(this, number, number, Duration.ZERO);
  }

  /** Expects so many or more; one at least. */
  public final Expectation atLeast(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("number (%d) must be positive".formatted(number));
    }
    return new Count(this, number, Integer.MAX_VALUE, Duration.ZERO);
  }

  /** Expects so many or fewer. */
  public final Expectation atMost(int number) {
    return new Count(this, 0, number, Duration.ZERO);
  }

  /** Expects none. */
  public final Expectation never() {
    return times(0);
  }

  static Criterion inSpan(Instant from, Instant to) {
    return new Criterion(
        "time",
        from + " to " + to,
        look -> !look.entry().at().isBefore(from) && look.entry().at().isBefore(to),
        look -> look.entry().at().toString());
  }

  /** The query in one line, for one entry or several. */
  final String words(int number) {
    var what = number == 1 ? noun() : noun() + "s";
    return criteria.isEmpty()
        ? what
        : criteria.stream()
            .map(criterion -> criterion.name() + " " + criterion.wanted())
            .collect(Collectors.joining(", ", what + " with ", ""));
  }

  /** The query in one line. */
  @Override
  public final String toString() {
    return words(1);
  }
}
