package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scenarios of one world: loads them, takes them back, and keeps how far they are as one
 * immutable value. What waits for its time is a timer of the world. Public only for our own
 * packages. Thread-safe.
 */
public final class ScenarioEngine {
  private final World world;
  private final FakeWorld stage;
  private final Tokens tokens;
  private final ServerPart server;
  private final Progress progress = new Progress();

  /**
   * An engine for a world, which {@link #listen} sets to work.
   *
   * @param ownerOf the name of the open world that a token leads into
   * @param server what the server around the world was started with
   */
  public ScenarioEngine(
      World world, FakeWorld stage, Function<String, Optional<String>> ownerOf, ServerPart server) {
    this.world = world;
    this.stage = stage;
    this.tokens = new Tokens(world, ownerOf);
    this.server = server;
  }

  /** Begins to listen to the world's clock and to its journal; called once. */
  public void listen() {
    var player = new Player(world, stage, progress);
    world.onPlanned(player::due);
    stage.journal().listen(player::happened);
  }

  /** What a test does with it. */
  public Scenarios scenarios() {
    return new Scenarios(this);
  }

  /** What is loaded and how far it is, for a snapshot of the world. */
  public Playing save() {
    return progress.now();
  }

  /** Goes on from a snapshot; its timers come back with the state of the world. */
  public void resume(Playing saved) {
    progress.set(saved);
  }

  /**
   * Gives scenarios that were loaded in another world, whose tokens stay there, tokens of this
   * world under the same names.
   */
  public void takeOwnTokens() {
    for (var loaded : progress.now().all()) {
      var own = tokens.madeAnew(loaded);
      progress.change(loaded.name(), still -> still.withTokens(own));
    }
  }

  Optional<Loaded> find(String name) {
    return progress.now().find(name);
  }

  /** The scenario of a name, which must be loaded. */
  Loaded require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                WorldException.notFound(
                    "Loaded scenario",
                    "%s. In the world \"%s\" are: %s"
                        .formatted(name, stage.name(), String.join(", ", names()))));
  }

  private List<String> names() {
    return progress.now().all().stream().map(Loaded::name).toList();
  }

  void load(Scenario scenario) {
    var loaded = Loaded.of(scenario, world.now(), world.read().sendProfiles());
    add(loaded);
    try {
      scenario.server().requireMetBy(server);
      var made = tokens.made(loaded);
      progress.change(loaded.name(), still -> still.withTokens(made));
      var scene = new Step.Scene(stage, loaded.withTokens(made));
      scenario.setup().forEach(step -> step.run(scene));
    } catch (RuntimeException e) {
      unload(scenario.name());
      throw Refusal.of(e).map(why -> refused(scenario, why)).orElse(e);
    }
    new Schedule(world, progress.now()).begin(loaded);
  }

  private static RuntimeException refused(Scenario scenario, Refusal why) {
    return WorldException.conflict(
        "The scenario \"%s\" cannot be loaded here, and nothing was changed. %s"
            .formatted(scenario.name(), why.message()));
  }

  private void add(Loaded loaded) {
    progress.change(
        now -> {
          if (now.find(loaded.name()).isPresent()) {
            throw WorldException.conflict(
                "The scenario \"%s\" is loaded in the world \"%s\" already. Unload it first."
                    .formatted(loaded.name(), stage.name()));
          }
          return now.with(loaded);
        });
  }

  void unload(String name) {
    var loaded = require(name);
    var later = progress.now().after(name);
    progress.change(now -> now.without(name));
    new Schedule(world, progress.now()).drop(name);
    loaded.tokens().values().forEach(stage::revokeToken);
    if (loaded.plansSends()) {
      takeBackSends(loaded, later);
    }
  }

  /** Sends go as before it was loaded, but for the plans of what was loaded after it. */
  private void takeBackSends(Loaded loaded, List<Loaded> later) {
    world.run(tx -> tx.update(state -> state.withSendProfiles(loaded.before())));
    for (var one : later) {
      var before = world.read().sendProfiles();
      progress.change(one.name(), still -> still.withBefore(before));
      one.scenario().setup().stream()
          .filter(Step::plansSends)
          .forEach(step -> step.run(new Step.Scene(stage, one)));
    }
  }
}
