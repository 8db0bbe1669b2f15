package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.scenarios.Trigger.At;
import dev.fakebeeper.control.scenarios.Trigger.Counted;
import dev.fakebeeper.control.scenarios.Trigger.Happening;
import dev.fakebeeper.events.SocketInfo;
import dev.fakebeeper.events.StreamObserver;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what scenarios want when its time has come. Steps run on the thread that brought them about:
 * the one that moves the clock, the one that answers a call, or the one whose turn it is on the
 * event stream. A step that fails is told and breaks nothing. Thread-safe.
 */
final class Player implements StreamObserver {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  /** How long an answer waits for what its call does to sockets. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final World world;
  private final Scene.Stage stage;
  private final Progress progress;

  Player(World world, Scene.Stage stage) {
    this.world = world;
    this.stage = stage;
    this.progress = stage.progress();
  }

  /**
   * Something is in the journal. When this returns, what a call brought about is done, and its
   * client has no answer yet.
   */
  void happened(Entry entry) {
    if (entry instanceof Exchange exchange) {
      await(happened(new Trigger.Answered(exchange, stage.world().journal())));
    }
  }

  @Override
  public void subscribed(SocketInfo socket) {
    happened(new Trigger.Subscription(socket));
  }

  private List<Scene> happened(Happening happening) {
    if (progress.now().all().isEmpty()) {
      return List.of();
    }
    var state = world.read();
    var counted = progress.change(now -> now.changeAll(one -> one.counting(happening, state)));
    var begun = new ArrayList<Scene>();
    for (var loaded : counted.all()) {
      for (var waiting : loaded.scenario().timeline()) {
        if (waiting.trigger() instanceof Counted counts && counts.matches(happening, state)) {
          var run = counts.count().run(loaded.count(waiting.number()));
          begin(loaded, waiting, run).ifPresent(begun::add);
        }
      }
    }
    return begun;
  }

  private Optional<Scene> begin(Loaded loaded, TimelineEntry entry, int run) {
    if (run > 0 && entry.after().isZero()) {
      return Optional.of(play(loaded, entry));
    }
    if (run > 0) {
      new Schedule(world, progress.now()).after(loaded, entry, run);
    }
    return Optional.empty();
  }

  /** A timer fired; most are not ours. */
  void due(Timer.Planned timer) {
    Cue.of(timer).ifPresent(this::due);
  }

  private void due(Cue cue) {
    var loaded = progress.now().find(cue.scenario());
    var entry = loaded.flatMap(one -> one.scenario().entry(cue.entry()));
    if (loaded.isEmpty() || entry.isEmpty()) {
      LOG.warn("{} was due in the world {}, but is not loaded there", cue, world.name());
      return;
    }
    play(loaded.get(), entry.get());
    if (entry.get().trigger() instanceof At at) {
      new Schedule(world, progress.now()).again(loaded.get(), entry.get(), at, cue.run());
    }
  }

  private Scene play(Loaded loaded, TimelineEntry entry) {
    var scene = new Scene(stage, loaded);
    for (var step : entry.steps()) {
      try {
        step.run(scene);
      } catch (RuntimeException e) {
        failed(loaded, entry, step, e);
      }
    }
    return scene;
  }

  private void await(List<Scene> begun) {
    try {
      CompletableFuture.allOf(begun.stream().map(Scene::done).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("What a scenario did to sockets of the world {} is not done yet", world.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(Loaded loaded, TimelineEntry entry, Step step, RuntimeException e) {
    var refusal = Refusal.of(e);
    var why = refusal.map(Refusal::message).orElse("This is a bug of fake-beeper: " + e);
    var failure = new ScenarioFailure(loaded.name(), entry.number(), step.name(), world.now(), why);
    var known = progress.now().find(loaded.name()).filter(now -> now.hasFailedLike(failure));
    progress.change(loaded.name(), still -> still.failed(failure));
    stage.world().journal().record(number -> failure.entry(number, world.name()));
    if (refusal.isEmpty()) {
      LOG.error(failure.describe(), e);
    } else if (known.isEmpty()) {
      LOG.warn(failure.describe()); // once: an entry may be repeated a thousand times
    }
  }
}
