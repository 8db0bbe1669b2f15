package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.scenarios.Trigger.At;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The entries of timelines as timers of a world. Timers of one instant fire in the order in which
 * they were set, so whatever is set here is followed by those of the same instant that come after
 * it in the file: they are set again.
 */
final class Schedule {
  private final World world;
  private final Playing playing;

  Schedule(World world, Playing playing) {
    this.world = world;
    this.playing = playing;
  }

  /** Sets the first run of every entry that waits for its time alone. */
  void begin(Loaded loaded) {
    world.run(
        tx -> {
          for (var entry : loaded.scenario().timeline()) {
            if (entry.trigger() instanceof At at) {
              set(tx, time(loaded, entry, at, 1), loaded, entry, 1);
            }
          }
        });
  }

  /** Sets the run after one, if there is one. */
  void again(Loaded loaded, TimelineEntry entry, At at, int run) {
    var repeat = at.repeat();
    if (repeat != null && repeat.hasRunAfter(run)) {
      world.run(tx -> set(tx, time(loaded, entry, at, run + 1), loaded, entry, run + 1));
    }
  }

  private static Instant time(Loaded loaded, TimelineEntry entry, At at, int run) {
    var first = loaded.at().plus(at.span()).plus(entry.after());
    var repeat = at.repeat();
    return repeat == null ? first : first.plus(repeat.every().multipliedBy(run - 1L));
  }

  /** Sets a run that begins some time after its trigger, which is now. */
  void after(Loaded loaded, TimelineEntry entry, int run) {
    world.run(tx -> set(tx, tx.now().plus(entry.after()), loaded, entry, run));
  }

  /** Drops all that waits for a scenario. */
  void drop(String name) {
    world.run(
        tx ->
            tx.state().timers().all().values().stream()
                .filter(
                    timer -> Cue.of(timer).filter(cue -> cue.scenario().equals(name)).isPresent())
                .toList()
                .forEach(tx::cancel));
  }

  private void set(Transaction tx, Instant due, Loaded loaded, TimelineEntry entry, int run) {
    var cue = new Cue(loaded.name(), entry.number(), run);
    tx.schedule(due, cue.timer(entry.describe()));
    following(tx, due, cue).forEach(timer -> tx.schedule(due, timer));
  }

  private List<Timer> following(Transaction tx, Instant due, Cue cue) {
    var order = playing.order();
    return tx.state().timers().all().entrySet().stream()
        .filter(entry -> entry.getKey().due().equals(due))
        .map(Map.Entry::getValue)
        .filter(timer -> Cue.of(timer).filter(it -> order.compare(it, cue) > 0).isPresent())
        .toList();
  }
}
