package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.StartingWorld;
import dev.fakebeeper.control.worlds.WorldFiles;
import java.nio.file.Path;

/** Where a scenario stands, for the files that it names. */
interface Surroundings {

  /** The world in a file that is named by its path. */
  StartingWorld file(SourceNode path);

  /** The world that is written out in the scenario. */
  StartingWorld part(SourceNode world);

  /** Paths are relative to the folder of a scenario's file. */
  static Surroundings of(Path scenarioFile) {
    var parent = scenarioFile.toAbsolutePath().getParent();
    var folder = parent == null ? scenarioFile.toAbsolutePath() : parent;
    return new Surroundings() {
      @Override
      public StartingWorld file(SourceNode path) {
        return WorldFiles.read(folder.resolve(path.asText()));
      }

      @Override
      public StartingWorld part(SourceNode world) {
        return WorldFiles.read(world, folder);
      }
    };
  }

  /** A scenario that comes with the product: the only files around it are those of its worlds. */
  static Surroundings bundled() {
    return new Surroundings() {
      @Override
      public StartingWorld file(SourceNode path) {
        throw path.mistake(
            "A scenario that comes with the product names a file",
            "There is no folder around it",
            "Write the world out, or name a bundled one");
      }

      @Override
      public StartingWorld part(SourceNode world) {
        return WorldFiles.readBundled(world);
      }
    };
  }
}
