package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.scenarios.Trigger.Happening;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A scenario as it stands in a world. Immutable.
 *
 * @param at when it was loaded, on the world's clock
 * @param counts how often the client did what each entry waits for, by the entry's number
 * @param tokens the tokens it made, by their names in the file
 * @param faults the names of the faults it has planned
 * @param rules the rules for sockets it has added
 * @param before how sends went before it was loaded
 * @param failures the last steps that could not be done, oldest first
 */
@RecordBuilder
record Loaded(
    Scenario scenario,
    Instant at,
    HashPMap<Integer, Integer> counts,
    HashPMap<String, String> tokens,
    PVector<String> faults,
    PVector<Ruling> rules,
    SendPlans before,
    PVector<ScenarioFailure> failures)
    implements LoadedBuilder.With {
  private static final int MOST_FAILURES = 100;

  /** A rule for sockets, and its id among those of the world. */
  record Ruling(String id, StreamRule rule) {}

  static Loaded of(Scenario scenario, Instant at, SendPlans before) {
    return LoadedBuilder.builder()
        .scenario(scenario)
        .at(at)
        .counts(HashTreePMap.empty())
        .tokens(HashTreePMap.empty())
        .faults(TreePVector.empty())
        .rules(TreePVector.empty())
        .before(before)
        .failures(TreePVector.empty())
        .build();
  }

  String name() {
    return scenario.name();
  }

  /** The value of a token, by its name in the file. */
  String requireToken(String token) {
    var value = tokens.get(token);
    if (value == null) {
      throw WorldException.notFound("Token of the scenario " + name(), token);
    }
    return value;
  }

  boolean hasRule(String id) {
    return rules.stream().anyMatch(ruling -> ruling.id().equals(id));
  }

  int count(int entry) {
    return counts.getOrDefault(entry, 0);
  }

  /** The same with each entry counted that waits for what a client did. */
  Loaded counting(Happening happened, WorldState state) {
    var counting = counts;
    for (var entry : scenario.timeline()) {
      if (entry.trigger() instanceof Trigger.Counted trigger && trigger.matches(happened, state)) {
        counting = counting.plus(entry.number(), count(entry.number()) + 1);
      }
    }
    return withCounts(counting);
  }

  Loaded failed(ScenarioFailure failure) {
    var room = failures.size() < MOST_FAILURES ? failures : failures.minus(0);
    return withFailures(room.plus(failure));
  }

  /** Whether the same step has failed for the same reason before. */
  boolean hasFailedLike(ScenarioFailure failure) {
    return failures.stream().anyMatch(failure::isLike);
  }

  /** Whether it changes how sends go, now or later. */
  boolean plansSends() {
    return scenario.setup().stream().anyMatch(Step::plansSends)
        || scenario.timeline().stream()
            .anyMatch(entry -> entry.steps().stream().anyMatch(Step::plansSends));
  }
}
