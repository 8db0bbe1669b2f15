package dev.fakebeeper.control.scenarios;

import java.util.List;
import java.util.Optional;

/**
 * The scenarios of one world, and those that come with the product. Any number of them can be
 * loaded at once. Thread-safe.
 */
public final class Scenarios {
  private final ScenarioEngine engine;

  Scenarios(ScenarioEngine engine) {
    this.engine = engine;
  }

  /** The names of the scenarios that come with the product, sorted. */
  public static List<String> bundled() {
    return BundledScenarios.names();
  }

  /**
   * A scenario that comes with the product.
   *
   * @param name one of {@link #bundled()}
   * @throws IllegalArgumentException when none has that name; the message lists the names
   */
  public static Scenario named(String name) {
    return BundledScenarios.named(name);
  }

  /**
   * Loads a scenario into this world, as it runs: from now on its sends, tokens and timeline hold
   * beside what is there. Its world, clock and seed are not used: they are for a world that is
   * opened from it.
   *
   * @throws dev.fakebeeper.world.WorldException when a scenario of that name is loaded, it needs
   *     another server, or something that its plans name does not exist here; nothing has changed
   *     then
   */
  public LoadedScenario load(Scenario scenario) {
    engine.load(scenario);
    return new LoadedScenario(engine, scenario);
  }

  /**
   * Takes back what a scenario added: what is pending of its timeline, and its tokens. Sends go as
   * before it was loaded, but for what scenarios loaded after it want. What its steps did to chats
   * and accounts stays.
   *
   * @throws dev.fakebeeper.world.WorldException when it is not loaded
   */
  public void unload(String name) {
    engine.unload(name);
  }

  /** What is loaded, in the order of loading. */
  public List<LoadedScenario> loaded() {
    return engine.save().all().stream()
        .map(one -> new LoadedScenario(engine, one.scenario()))
        .toList();
  }

  /** The loaded scenario of a name. */
  public Optional<LoadedScenario> find(String name) {
    return engine.find(name).map(one -> new LoadedScenario(engine, one.scenario()));
  }

  /** The steps of all that is loaded that could not be done. */
  public List<ScenarioFailure> failures() {
    return engine.save().all().stream().flatMap(one -> one.failures().stream()).toList();
  }
}
