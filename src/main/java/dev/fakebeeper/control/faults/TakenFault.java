package dev.fakebeeper.control.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that has taken a call.
 *
 * @param name the name under which it is planned
 * @param fault the fault
 * @param call the call
 * @param number of the call among those that match, from 1
 * @param at the world's time
 * @param limitedUntil when the rate limit ends that it opened or keeps, null for none
 */
public record TakenFault(
    String name,
    Fault fault,
    FaultCall call,
    long number,
    Instant at,
    @Nullable Instant limitedUntil) {

  /** What the client feels. */
  public FaultEffect effect() {
    return fault.effect();
  }

  /** What is left of the rate limit. */
  Duration limitLeft() {
    return limitedUntil == null ? Duration.ZERO : Duration.between(at, limitedUntil);
  }

  /** For the developer: which fault it was, what it did, to which call. */
  public String describe() {
    return "%s: the planned fault \"%s\" %s. It strikes %s; this was call %d."
        .formatted(call.operation().id(), name, effect().did(), fault.trigger().describe(), number);
  }
}
