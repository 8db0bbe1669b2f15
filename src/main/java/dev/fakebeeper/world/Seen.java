package dev.fakebeeper.world;

import java.time.Instant;
import java.util.Map;

/** A read receipt: a flag, a time, or one of these for each participant. */
public sealed interface Seen {

  /** Seen or not, nobody says when. */
  record Flag(boolean value) implements Seen {}

  /** Seen at an instant. */
  record At(Instant instant) implements Seen {}

  /** For each participant a {@link Flag} or an {@link At}. */
  record ByParticipant(Map<String, Seen> participants) implements Seen {
    /** Copies the map. */
    public ByParticipant {
      participants = Map.copyOf(participants);
    }
  }
}
