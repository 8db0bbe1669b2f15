package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.scenarios.Trigger.At;
import dev.fakebeeper.control.scenarios.Trigger.Counted;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what scenarios want when its time has come. Steps run on the thread that brought them about:
 * the one that moves the clock, or the one that answers a call. A step that fails is told and
 * breaks nothing. Thread-safe.
 */
final class Player {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final World world;
  private final FakeWorld stage;
  private final Progress progress;

  Player(World world, FakeWorld stage, Progress progress) {
    this.world = world;
    this.stage = stage;
    this.progress = progress;
  }

  /** Something is in the journal: counts it, and begins what waited for it. */
  void happened(Entry entry) {
    if (progress.now().all().isEmpty()) {
      return;
    }
    var state = world.read();
    var counted = progress.change(now -> now.changeAll(one -> one.counting(entry, state)));
    for (var loaded : counted.all()) {
      for (var waiting : loaded.scenario().timeline()) {
        if (waiting.trigger() instanceof Counted counts && counts.matches(entry, state)) {
          begin(loaded, waiting, counts.count().run(loaded.count(waiting.number())));
        }
      }
    }
  }

  private void begin(Loaded loaded, TimelineEntry entry, int run) {
    if (run == 0) {
      return;
    }
    if (entry.after().isZero()) {
      play(loaded, entry);
    } else {
      new Schedule(world, progress.now()).after(loaded, entry, run);
    }
  }

  /** A timer fired; most are not ours. */
  void due(Timer.Planned timer) {
    Cue.of(timer).ifPresent(this::due);
  }

  private void due(Cue cue) {
    var loaded = progress.now().find(cue.scenario());
    var entry = loaded.flatMap(one -> one.scenario().entry(cue.entry()));
    if (loaded.isEmpty() || entry.isEmpty()) {
      LOG.warn("{} was due in the world {}, but is not loaded there", cue, stage.name());
      return;
    }
    play(loaded.get(), entry.get());
    if (entry.get().trigger() instanceof At at) {
      new Schedule(world, progress.now()).again(loaded.get(), entry.get(), at, cue.run());
    }
  }

  private void play(Loaded loaded, TimelineEntry entry) {
    for (var step : entry.steps()) {
      try {
        step.run(new Step.Scene(stage, loaded));
      } catch (RuntimeException e) {
        failed(loaded, entry, step, e);
      }
    }
  }

  private void failed(Loaded loaded, TimelineEntry entry, Step step, RuntimeException e) {
    var refusal = Refusal.of(e);
    var why = refusal.map(Refusal::message).orElse("This is a bug of fake-beeper: " + e);
    var failure = new ScenarioFailure(loaded.name(), entry.number(), step.name(), world.now(), why);
    var known = progress.now().find(loaded.name()).filter(now -> now.hasFailedLike(failure));
    progress.change(loaded.name(), still -> still.failed(failure));
    if (refusal.isEmpty()) {
      LOG.error(failure.describe(), e);
    } else if (known.isEmpty()) {
      LOG.warn(failure.describe()); // once: an entry may be repeated a thousand times
    }
  }
}
