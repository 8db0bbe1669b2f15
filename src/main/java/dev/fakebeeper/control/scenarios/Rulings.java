package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.scenarios.Loaded.Ruling;
import dev.fakebeeper.events.RuleStatus;
import dev.fakebeeper.events.StreamRule;
import java.util.concurrent.TimeUnit;
import org.pcollections.TreePVector;

/**
 * Carries the rules for sockets that scenarios have added from one life of a world to another. They
 * live on the stream, which counts how often each has acted and forgets them with the state.
 */
final class Rulings {
  private static final int PATIENCE_SECONDS = 2;

  private final Scene.Stage stage;

  Rulings(Scene.Stage stage) {
    this.stage = stage;
  }

  /** The same scenarios, each with the rules that may still act, and how often. */
  Playing left(Playing playing) {
    if (playing.all().stream().allMatch(loaded -> loaded.rules().isEmpty())) {
      return playing;
    }
    stage.sockets().caughtUp().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return playing.changeAll(this::left);
  }

  private Loaded left(Loaded loaded) {
    var left =
        stage.sockets().rules().list().stream()
            .filter(rule -> !rule.isSpent() && loaded.hasRule(rule.id()))
            .map(Rulings::left)
            .toList();
    return loaded.withRules(TreePVector.from(left));
  }

  private static Ruling left(RuleStatus status) {
    var rule = status.rule();
    var times = rule.times() == StreamRule.ALWAYS ? rule.times() : rule.times() - status.fired();
    return new Ruling(status.id(), new StreamRule(rule.match(), times, rule.effect()));
  }

  /** Adds the rules of all scenarios to the stream again. */
  void putBack() {
    var progress = stage.progress();
    for (var loaded : progress.now().all()) {
      progress.change(loaded.name(), still -> still.withRules(TreePVector.empty()));
      var scene = new Scene(stage, loaded);
      loaded.rules().forEach(ruling -> scene.addRule(ruling.rule()));
    }
  }
}
