package dev.fakebeeper.control.journal;

/** Holds expectations against a journal, waiting where they allow it. Thread-safe. */
public final class Verification {
  private final Journal journal;

  /** Verification of one journal. */
  public Verification(Journal journal) {
    this.journal = journal;
  }

  /**
   * Does nothing if the expectation holds.
   *
   * @throws VerificationFailure if it does not
   * @throws IllegalStateException if the journal is off
   * @throws IllegalArgumentException if a question names an operation that there is not
   */
  public void verify(Expectation expectation) {
    var result = check(expectation);
    if (!result.passed()) {
      throw new VerificationFailure(result);
    }
  }

  /**
   * How an expectation stands, as a value.
   *
   * @throws IllegalStateException if the journal is off
   * @throws IllegalArgumentException if a question names an operation that there is not
   */
  public VerificationResult check(Expectation expectation) {
    if (journal.isOff()) {
      throw new IllegalStateException(
          "The journal is off (journalEntries is 0), so nothing can be verified. Let it keep some entries.");
    }
    expectation.queries().forEach(query -> query.requireKnown(journal.names()));
    long deadline = System.nanoTime() + expectation.patience().toNanos();
    var state = journal.state();
    var found = expectation.found(journal, state);
    while (!expectation.isMet(found, state) && System.nanoTime() - deadline < 0) {
      try {
        journal.awaitNewer(state.last(), deadline);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // then what is there now decides
        deadline = System.nanoTime();
      }
      state = journal.state();
      found = expectation.found(journal, state);
    }
    return expectation.result(journal, state, found);
  }
}
