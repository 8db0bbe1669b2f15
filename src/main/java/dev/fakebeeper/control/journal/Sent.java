package dev.fakebeeper.control.journal;

import java.util.Locale;

/** How much of an answer was sent: planned faults keep some from the client, or spoil them. */
public enum Sent {
  /** All of it. */
  WHOLE,
  /** Not as it should be: half of the body, or one without end. */
  SPOILED,
  /** Nothing: the connection was cut, or stays open without a byte. */
  NOTHING;

  /** As the journal's JSON spells it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
