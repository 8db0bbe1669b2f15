package dev.fakebeeper.world;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to sign in on a bridge: a wizard.
 *
 * @param id unique in its bridge
 * @param name for people, null for none
 * @param description what it asks of the user, null for none
 * @param lifetime how long a session lives that nobody finishes
 * @param steps in order, one at least; those with a condition are left out unless it holds
 */
public record LoginFlow(
    String id,
    @Nullable String name,
    @Nullable String description,
    Duration lifetime,
    List<LoginStep> steps) {

  /** Copies the steps; refuses a flow without any, and two steps of one id. */
  public LoginFlow {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("the flow " + id + " must have a step");
    }
    var ids = new HashSet<String>();
    for (var step : steps) {
      if (!ids.add(step.id())) {
        throw new IllegalArgumentException("the flow " + id + " has two steps " + step.id());
      }
    }
  }
}
