package dev.fakebeeper.control.journal;

import java.time.Duration;
import java.util.List;

/**
 * What a test expects of a journal: so many entries that answer a question, or some in an order.
 * Immutable; made by the terminal methods of a query and by {@link Verify#inOrder}.
 */
public abstract sealed class Expectation permits Count, Order {
  /** The longest time that a verification waits. */
  public static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private final Duration patience;

  /** An expectation that may take some time to come true; zero for now or never. */
  Expectation(Duration patience) {
    this.patience = patience;
  }

  /**
   * Waits until the expectation comes true, in the machine's time.
   *
   * @param time positive, 60 seconds at most
   * @throws IllegalArgumentException for another time, or for an expectation that holds from the
   *     beginning until something breaks it: waiting for nothing proves nothing
   */
  public abstract Expectation within(Duration time);

  final Duration patience() {
    return patience;
  }

  /** What it asks for. */
  abstract List<EntryQuery> queries();

  /** The entries of a moment of a journal that answer it. */
  abstract List<Entry> found(Journal journal, Journal.State state);

  /** Whether they are what was expected. */
  abstract boolean isMet(List<Entry> found, Journal.State state);

  /** All that there is to say about it. */
  abstract VerificationResult result(Journal journal, Journal.State state, List<Entry> found);

  static Duration requireWait(Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(MAX_WAIT) > 0) {
      throw new IllegalArgumentException(
          "time (%s) must be positive and %s at most".formatted(time, MAX_WAIT));
    }
    return time;
  }
}
