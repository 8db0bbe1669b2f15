package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.control.worlds.WorldFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is wrong with a file that somebody wrote.
 *
 * @param kind what the file is: {@code scenario}, {@code world}, {@code bridge} or {@code unknown}
 * @param mistake the first mistake in it, empty when there is none
 */
public record FileCheck(String kind, Optional<SourceException> mistake) {
  private static final String SCENARIO = "scenario";
  private static final String WORLD = "world";
  private static final String BRIDGE = "bridge";

  /**
   * Reads a file as what its first member says it is. A world is also built, because only then
   * names that lead nowhere show.
   */
  public static FileCheck of(Path file) {
    var kind = "unknown";
    try {
      var node = SourceReader.read(file);
      kind = kind(node);
      if (kind.equals(SCENARIO)) {
        check(ScenarioFormat.read(node, Surroundings.of(file)));
      } else if (kind.equals(BRIDGE)) {
        BridgeFile.read(node);
      } else {
        WorldFiles.read(file).at(StartingWorlds.FROZEN_START, 1);
      }
      return new FileCheck(kind, Optional.empty());
    } catch (SourceException mistake) {
      return new FileCheck(kind, Optional.of(mistake));
    }
  }

  private static String kind(SourceNode node) {
    var members = node instanceof SourceNode.Members all ? all.byName().keySet() : null;
    if (members != null && members.contains("fakeBeeperScenario")) {
      return SCENARIO;
    }
    if (members != null && members.contains("fakeBeeperWorld")) {
      return WORLD;
    }
    if (members != null && members.contains("fakeBeeperBridge")) {
      return BRIDGE;
    }
    throw node.mistake(
        "This is neither a scenario nor a world nor a bridge",
        "A file says what it is by its version",
        "Begin it with fakeBeeperScenario: 1, fakeBeeperWorld: 1 or fakeBeeperBridge: 1");
  }

  private static void check(Scenario scenario) {
    var world = scenario.opening().world();
    if (world != null) {
      world.at(StartingWorlds.FROZEN_START, 1);
    }
  }
}
