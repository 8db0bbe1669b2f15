package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.world.Timer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a timer of a scenario stands for. Its text is all that the world keeps, and what a test
 * reads among the pending work.
 *
 * @param scenario the name of the scenario
 * @param entry the entry of the timeline, counted from 1
 * @param run which time, counted from 1
 */
record Cue(String scenario, int entry, int run) {
  private static final String OWNER = "scenario";
  private static final Pattern KEY =
      Pattern.compile("(" + ScenarioFormat.NAME + "): entry (\\d{1,6}), run (\\d{1,9}) \\(.*\\)");

  /** The timer, which tells people what will happen. */
  Timer.Planned timer(String what) {
    return new Timer.Planned(
        OWNER, "%s: entry %d, run %d (%s)".formatted(scenario, entry, run, what));
  }

  /** What a timer stands for; empty when it is not one of a scenario. */
  static Optional<Cue> of(Timer timer) {
    if (!(timer instanceof Timer.Planned planned) || !planned.owner().equals(OWNER)) {
      return Optional.empty();
    }
    var parts = KEY.matcher(planned.key());
    return parts.matches()
        ? Optional.of(
            new Cue(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }
}
