package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.faults.PlannedFault;
import dev.fakebeeper.events.EventStream;
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
  private final Scene.Stage stage;
  private final Progress progress = new Progress();
  private final Tokens tokens;
  private final Rulings rulings;
  private final ServerPart server;

  /**
   * An engine for a world, which {@link #listen} sets to work.
   *
   * @param sockets the event sockets of the world
   * @param around what is around the world
   */
  public ScenarioEngine(World world, FakeWorld handle, EventStream sockets, Around around) {
    this.world = world;
    this.stage = new Scene.Stage(handle, sockets, progress);
    this.rulings = new Rulings(stage);
    this.tokens = new Tokens(world, around.ownerOf());
    this.server = around.server();
  }

  /**
   * What is around a world.
   *
   * @param ownerOf the name of the open world that a token leads into
   * @param server what the server was started with
   */
  public record Around(Function<String, Optional<String>> ownerOf, ServerPart server) {}

  /** Begins to listen to the world's clock, its journal and its sockets; called once. */
  public void listen() {
    var player = new Player(world, stage);
    world.onPlanned(player::due);
    stage.world().journal().listen(player::happened);
    stage.sockets().observe(player);
  }

  /** What a test does with it. */
  public Scenarios scenarios() {
    return new Scenarios(this);
  }

  /**
   * What is loaded and how far it is, for a snapshot of the world. Where scenarios have rules for
   * sockets it waits until these have counted what has happened, two seconds at most.
   */
  public Playing save() {
    return rulings.left(progress.now());
  }

  /** Goes on from a snapshot of this world or another; called before its state comes back. */
  public void resume(Playing saved) {
    progress.set(saved);
  }

  /** The state of the snapshot is back, and the rules of the stream have gone with the old one. */
  public void resumed() {
    rulings.putBack();
  }

  /**
   * The same for a snapshot of another world, whose tokens stay there: its scenarios get tokens of
   * this world under the same names.
   */
  public void adopted() {
    for (var loaded : progress.now().all()) {
      var own = tokens.madeAnew(loaded);
      progress.change(loaded.name(), still -> still.withTokens(own));
    }
    resumed();
  }

  /** The values of all tokens that the loaded scenarios have made. */
  public List<String> tokens() {
    return progress.now().all().stream()
        .flatMap(loaded -> loaded.tokens().values().stream())
        .toList();
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
                        .formatted(name, world.name(), String.join(", ", names()))));
  }

  private List<String> names() {
    return progress.now().all().stream().map(Loaded::name).toList();
  }

  void load(Scenario scenario) {
    var loaded = Loaded.of(scenario, world.now(), SendPlans.of(world.read()));
    add(loaded);
    try {
      scenario.server().requireMetBy(server);
      var made = tokens.made(loaded);
      progress.change(loaded.name(), still -> still.withTokens(made));
      var scene = new Scene(stage, loaded.withTokens(made));
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
                    .formatted(loaded.name(), world.name()));
          }
          return now.with(loaded);
        });
  }

  void unload(String name) {
    var loaded = require(name);
    var later = progress.now().after(name);
    progress.change(now -> now.without(name));
    new Schedule(world, progress.now()).drop(name);
    loaded.tokens().values().forEach(stage.world()::revokeToken);
    loaded.rules().forEach(ruling -> stage.sockets().rules().remove(ruling.id()));
    for (var fault : loaded.faults()) {
      stage.world().faults().named(fault).ifPresent(PlannedFault::remove);
    }
    if (loaded.plansSends()) {
      takeBackSends(loaded, later);
    }
  }

  /** Sends go as before it was loaded, but for the plans of what was loaded after it. */
  private void takeBackSends(Loaded loaded, List<Loaded> later) {
    world.run(tx -> tx.update(loaded.before()::in));
    for (var one : later) {
      var before = SendPlans.of(world.read());
      progress.change(one.name(), still -> still.withBefore(before));
      one.scenario().setup().stream()
          .filter(Step::plansSends)
          .forEach(step -> step.run(new Scene(stage, one)));
    }
  }
}
