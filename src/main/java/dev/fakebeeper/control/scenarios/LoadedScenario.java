package dev.fakebeeper.control.scenarios;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A scenario that is loaded in a world, as it is at the moment of each question. Once it was
 * unloaded, or the world went back to a time before it was loaded, each question is refused with a
 * {@link dev.fakebeeper.world.WorldException}. Thread-safe.
 */
public final class LoadedScenario {
  private final ScenarioEngine engine;
  private final Scenario scenario;

  LoadedScenario(ScenarioEngine engine, Scenario scenario) {
    this.engine = engine;
    this.scenario = scenario;
  }

  /** Its name. */
  public String name() {
    return scenario.name();
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** When it was loaded, on the world's clock. */
  public Instant loadedAt() {
    return engine.require(name()).at();
  }

  /** The tokens that it made, by their names in its file. */
  public Map<String, String> tokens() {
    return Map.copyOf(engine.require(name()).tokens());
  }

  /**
   * A token that it made.
   *
   * @param tokenName its name in the file
   */
  public String token(String tokenName) {
    return engine.require(name()).requireToken(tokenName);
  }

  /** The steps that could not be done, oldest first; the last hundred. */
  public List<ScenarioFailure> failures() {
    return List.copyOf(engine.require(name()).failures());
  }

  /** Takes back what it added, as {@link Scenarios#unload} does. */
  public void unload() {
    engine.unload(name());
  }
}
