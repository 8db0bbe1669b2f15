package dev.fakebeeper.events;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a test did to a frame. */
public enum Alteration {
  /** Nothing: it went out as the protocol has it. */
  NONE,
  /** It went out more than once. */
  DUPLICATED,
  /** It changed places with others. */
  REORDERED,
  /** It was kept back for a while. */
  HELD,
  /** It lacks its {@code entries}. */
  WITHOUT_ENTRIES,
  /** Its {@code ts} is a number. */
  NUMBER_TIMESTAMP,
  /** Its text was written anew. */
  REWRITTEN,
  /** The test made it up. */
  OWN,
  /** It is repeated from a recording. */
  RECORDED;

  private static final Set<Alteration> OF_TEXT =
      Collections.unmodifiableSet(
          EnumSet.of(WITHOUT_ENTRIES, NUMBER_TIMESTAMP, REWRITTEN, OWN, RECORDED));

  /** Whether the text is no longer what the contract promises, on purpose. */
  public boolean isOfText() {
    return OF_TEXT.contains(this);
  }
}
