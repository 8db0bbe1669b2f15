package dev.fakebeeper.control.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an expectation stands.
 *
 * @param passed whether it holds
 * @param expected what was expected, in one line
 * @param found the entries that answer it, the oldest first
 * @param nearest the entry that was nearly expected, when one is missing and one is like it
 * @param text all of it for people, some lines
 */
public record VerificationResult(
    boolean passed, String expected, List<Entry> found, @Nullable NearMiss nearest, String text) {

  /** Copies the list. */
  public VerificationResult {
    found = List.copyOf(found);
  }
}
