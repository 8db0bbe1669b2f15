package dev.fakebeeper.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * How far the sending of an own message is.
 *
 * @param state the state
 * @param at when that state was reported
 * @param reason a failure code, null unless it failed
 * @param message the failure for people, null unless it failed
 * @param deliveredTo the users it reached, as far as the network tells
 */
public record SendStatus(
    State state,
    Instant at,
    @Nullable String reason,
    @Nullable String message,
    PVector<String> deliveredTo) {

  /** The states of a send. */
  public enum State {
    SUCCESS,
    PENDING,
    FAIL_RETRIABLE,
    FAIL_PERMANENT
  }
}
