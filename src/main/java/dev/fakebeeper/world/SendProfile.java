package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a send goes once it was taken: how long each step takes and how it ends. Immutable.
 *
 * @param appearsAfter until then the pending id is unknown (404 observed)
 * @param settlesAfter how long the message stays PENDING, each time it is tried
 * @param retriableFailures how often it fails so that it is tried again
 * @param retriesAfter how long a failure that is tried again lasts
 * @param ending how the last try ends
 * @param failure what is said of failures
 * @param deliveredAfter from success to delivered, null when the network does not tell
 * @param seenAfter from success to seen, null when nobody looks
 * @param pace whether steps come by time or only when somebody calls for the next one
 */
@RecordBuilder
public record SendProfile(
    Duration appearsAfter,
    Duration settlesAfter,
    int retriableFailures,
    Duration retriesAfter,
    Ending ending,
    Failure failure,
    @Nullable Duration deliveredAfter,
    @Nullable Duration seenAfter,
    Pace pace)
    implements SendProfileBuilder.With {

  /** How a send ends. */
  public enum Ending {
    /** The network took it. */
    SUCCESS,
    /** It failed for good. */
    FAIL_PERMANENT,
    /** It failed and nobody tries again by itself. */
    FAIL_RETRIABLE,
    /** The call itself is refused with 502 and nothing is stored. */
    REFUSED
  }

  /** When steps happen. */
  public enum Pace {
    TIMED,
    MANUAL
  }

  /**
   * What is said of a failure.
   *
   * @param reason the code
   * @param message for people
   */
  public record Failure(String reason, String message) {}

  /** Refuses negative times and counts. */
  public SendProfile {
    requireNotNegative("appearsAfter", appearsAfter);
    requireNotNegative("settlesAfter", settlesAfter);
    requireNotNegative("retriesAfter", retriesAfter);
    if (retriableFailures < 0) {
      throw new IllegalArgumentException(
          "retriableFailures (" + retriableFailures + ") must not be negative");
    }
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be negative");
    }
  }

  /** Every step at once; nobody looks. What tests on a frozen clock start from. */
  public static SendProfile instant() {
    return new SendProfile(
        Duration.ZERO,
        Duration.ZERO,
        0,
        Duration.ZERO,
        Ending.SUCCESS,
        new Failure("send_failed", "The message could not be sent"),
        null,
        null,
        Pace.TIMED);
  }

  /**
   * Close to what was observed live: unknown for a moment, then PENDING, then SUCCESS, then seen.
   * The order is observed; the times are inferred from clients that poll every 750 ms.
   */
  public static SendProfile observed() {
    return instant()
        .with(
            draft ->
                draft
                    .appearsAfter(Duration.ofMillis(150))
                    .settlesAfter(Duration.ofMillis(900))
                    .retriesAfter(Duration.ofSeconds(2))
                    .deliveredAfter(Duration.ofMillis(400))
                    .seenAfter(Duration.ofSeconds(4)));
  }
}
