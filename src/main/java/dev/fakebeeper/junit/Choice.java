package dev.fakebeeper.junit;

import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.replay.Playback.Timing;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the annotations of one method or class choose to begin with. Equal choices start alike. */
record Choice(
    Optional<World> world,
    Optional<dev.fakebeeper.control.scenarios.Scenario> scenario,
    Optional<Playback> replay) {

  /**
   * A starting world.
   *
   * @param file null for a bundled one
   */
  record World(String name, @Nullable Path file) {
    static World of(String name, ExtensionContext level) {
      var isFile = TestFile.isMeantBy(name);
      return new World(name, isFile ? TestFile.find(name, level.getRequiredTestClass()) : null);
    }

    NewWorld in(NewWorld start) {
      return file == null ? start.startingFrom(name) : start.startingFrom(file);
    }
  }

  static Choice of(ExtensionContext level) {
    var world = Annotations.declared(level, StartingWorld.class).map(StartingWorld::value);
    var scenario = Annotations.declared(level, Scenario.class).map(Scenario::value);
    var replay = Annotations.declared(level, Replay.class);
    if (replay.isPresent()) {
      requireAlone(replay.get(), world.isPresent(), scenario.isPresent());
    }
    var choice =
        new Choice(
            world.map(name -> World.of(name, level)),
            scenario.map(name -> scenario(name, level)),
            replay.map(wanted -> playback(wanted, level)));
    if (world.isPresent() && choice.bringsAWorld()) {
      throw new ExtensionConfigurationException(
          "@StartingWorld(\"%s\") contradicts @Scenario(\"%s\"), which brings a world of its own. Remove one of them."
              .formatted(world.get(), scenario.orElse("")));
    }
    return choice;
  }

  private static void requireAlone(Replay replay, boolean world, boolean scenario) {
    if (world || scenario) {
      throw new ExtensionConfigurationException(
          "@Replay(\"%s\") contradicts @%s, which needs a world with a state, and a recording has none. Remove one of them."
              .formatted(replay.value(), world ? "StartingWorld" : "Scenario"));
    }
  }

  /** Tests that play the same recording share what is read of it. */
  private static Playback playback(Replay wanted, ExtensionContext level) {
    var folder = TestFile.findAny(wanted.value(), level.getRequiredTestClass());
    return Stored.in(level.getRoot())
        .get(
            new Played(folder, wanted.timing()),
            Playback.class,
            () -> Playback.read(folder).withTiming(wanted.timing()));
  }

  private record Played(Path folder, Timing timing) {}

  /** A file is read once in a run; the names that are bundled are kept by the product. */
  private static dev.fakebeeper.control.scenarios.Scenario scenario(
      String name, ExtensionContext level) {
    if (!TestFile.isMeantBy(name)) {
      return Scenarios.named(name);
    }
    var file = TestFile.find(name, level.getRequiredTestClass());
    return Stored.in(level.getRoot())
        .get(
            file,
            dev.fakebeeper.control.scenarios.Scenario.class,
            () -> dev.fakebeeper.control.scenarios.Scenario.read(file));
  }

  /** Whether it says what is in the world. */
  boolean choosesTheWorld() {
    return world.isPresent() || bringsAWorld() || replay.isPresent();
  }

  /** What it says is in the world, for people; empty when it says nothing of that. */
  Optional<String> worldInWords() {
    return world
        .map(World::name)
        .or(
            () ->
                scenario
                    .filter(unused -> bringsAWorld())
                    .map(one -> "of the scenario " + one.name()));
  }

  private boolean bringsAWorld() {
    return scenario.filter(one -> one.opening().world() != null).isPresent();
  }

  /** What is left of it when a choice that is nearer to the test has gone before. */
  Choice without(Choice nearer) {
    var replayed = nearer.replay.isPresent();
    var lives = nearer.world.isPresent() || nearer.scenario.isPresent();
    return new Choice(
        nearer.world.isPresent() || replayed ? Optional.empty() : world,
        nearer.scenario.isPresent() || replayed ? Optional.empty() : scenario,
        lives || replayed ? Optional.empty() : replay);
  }

  /** A start with this choice in it. */
  NewWorld in(NewWorld start) {
    var begun =
        replay
            .map(played -> start.startingFrom("empty").replaying(played))
            .or(() -> world.map(one -> one.in(start)))
            .orElse(start);
    return scenario.map(begun::scenario).orElse(begun);
  }
}
