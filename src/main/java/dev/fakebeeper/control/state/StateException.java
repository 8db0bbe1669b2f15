package dev.fakebeeper.control.state;

import java.util.List;
import java.util.stream.Collectors;

/** A state file that cannot be read, with its mistakes. Nothing was changed. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  /** After so many mistakes nobody looks for more. */
  static final int MOST = 1_000;

  private final transient List<Problem> problems;

  /**
   * A refusal; its message lists the first ten mistakes.
   *
   * @param source how people name what was read
   * @param problems at least one
   */
  StateException(String source, List<Problem> problems) {
    super(message(source, problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(String source, List<Problem> problems) {
    var shown =
        problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n  "));
    var more = problems.size() - SHOWN;
    return source
        + " cannot be read as the state of a world:\n  "
        + shown
        + (more > 0 ? "\n  and " + more + " more" : "");
  }

  /** The mistakes in the order in which they were found, a thousand at most. */
  public List<Problem> problems() {
    return problems;
  }
}
