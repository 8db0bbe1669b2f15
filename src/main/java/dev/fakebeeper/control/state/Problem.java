package dev.fakebeeper.control.state;

/**
 * A mistake in a state file.
 *
 * @param pointer where, as a JSON pointer; empty for the whole file
 * @param what is wrong, a sentence without its full stop
 * @param why the rule, a sentence without its full stop
 * @param fix what to do, a sentence without its full stop, or a question with its mark
 */
public record Problem(String pointer, String what, String why, String fix) {

  /** All of it on one line. */
  @Override
  public String toString() {
    var place = pointer.isEmpty() ? "" : pointer + ": ";
    return place + what + ". " + why + ". " + fix + (fix.endsWith("?") ? "" : ".");
  }
}
