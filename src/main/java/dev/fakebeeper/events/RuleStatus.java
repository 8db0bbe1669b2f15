package dev.fakebeeper.events;

/**
 * A rule and what became of it.
 *
 * @param id names the rule in its world: {@code rule-1} is the first
 * @param rule the rule
 * @param fired how often it has acted; events that still wait to change places do not count yet
 */
public record RuleStatus(String id, StreamRule rule, int fired) {

  /** Whether it will act no more. */
  public boolean isSpent() {
    return fired >= rule.times();
  }
}
