package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.journal.Incident;
import java.time.Instant;

/**
 * A step of a scenario that could not be done. Nothing changed by it, and the scenario goes on.
 *
 * @param scenario the name of the scenario
 * @param entry the entry of its timeline, counted from 1
 * @param step the name of the step, such as {@code message}
 * @param at when, on the world's clock
 * @param message why, for people
 */
public record ScenarioFailure(String scenario, int entry, String step, Instant at, String message) {

  boolean isLike(ScenarioFailure other) {
    return entry == other.entry && step.equals(other.step) && message.equals(other.message);
  }

  Incident entry(long number, String world) {
    var text = "Entry %d, step \"%s\": %s".formatted(entry, step, message);
    return new Incident(number, at, world, "scenario " + scenario, text);
  }

  /** All of it in a sentence. */
  public String describe() {
    return "Scenario %s, entry %d: the step \"%s\" failed at %s. %s"
        .formatted(scenario, entry, step, at, message);
  }
}
