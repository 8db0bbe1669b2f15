package dev.fakebeeper.control.source;

/**
 * A mistake in a file that somebody wrote: where, what, why it is wrong, how to mend it. Nothing
 * was loaded.
 */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;

  /**
   * A mistake.
   *
   * @param place where
   * @param what is wrong, a sentence without its full stop
   * @param why the rule, a sentence without its full stop
   * @param fix what to write instead, a sentence without its full stop, or a question with its mark
   */
  public SourceException(Place place, String what, String why, String fix) {
    super(place + ": " + what + ". " + why + ". " + fix + (fix.endsWith("?") ? "" : "."));
    this.place = place;
  }

  /** Where the mistake stands. */
  public Place place() {
    return place;
  }
}
