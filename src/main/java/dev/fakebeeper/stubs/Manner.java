package dev.fakebeeper.stubs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the answer of a stub mapping is to be sent.
 *
 * @param delay before its first byte; not negative
 * @param mischief what is sent in place of it, null for the answer itself
 * @param dribble how its body is spread over time, null for at once
 */
public record Manner(Duration delay, @Nullable Mischief mischief, @Nullable Dribble dribble) {
  /** At once and whole. */
  public static final Manner PLAIN = new Manner(Duration.ZERO, null, null);

  /** WireMock's faults, in its words. */
  public enum Mischief {
    /** The connection is reset. */
    CONNECTION_RESET_BY_PEER,
    /** The connection is closed before the first byte. */
    EMPTY_RESPONSE,
    /** A good head, then garbage, then the end. */
    MALFORMED_RESPONSE_CHUNK,
    /** Garbage, then the end. */
    RANDOM_DATA_THEN_CLOSE
  }

  /**
   * A body in pieces.
   *
   * @param chunks how many, at least one
   * @param total the time from the first to the end
   */
  public record Dribble(int chunks, Duration total) {}
}
