package dev.fakebeeper.events;

/**
 * A planned misbehaviour of the event stream of a world. It acts on the connections that are open
 * and on those that are opened later; an event that several connections hear counts once.
 *
 * @param match which events, on which connections
 * @param times how often it acts before it is spent, 1 or more; {@link #ALWAYS} until it is removed
 * @param effect what it does
 */
public record StreamRule(EventMatch match, int times, StreamEffect effect) {
  /** For a rule that acts until it is removed. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  /**
   * Looks at the parts.
   *
   * @throws IllegalArgumentException when the rule could never act
   */
  public StreamRule {
    if (times < 1) {
      throw new IllegalArgumentException("times (" + times + ") must be 1 or more");
    }
    if (effect instanceof StreamEffect.WithoutEntries) {
      match = onlyMessages(match);
    }
  }

  private static EventMatch onlyMessages(EventMatch match) {
    var only = StreamEffect.WithoutEntries.TYPE;
    if (match.type() != null && !match.type().equals(only)) {
      throw new IllegalArgumentException(
          "type (%s) has no entries that could be left out; only %s has"
              .formatted(match.type(), only));
    }
    return match.withType(only);
  }
}
