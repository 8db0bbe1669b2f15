package dev.fakebeeper.control;

import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.worlds.GeneratedWorld;
import dev.fakebeeper.control.worlds.WorldFiles;
import dev.fakebeeper.world.WorldState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The worlds that a test can start from: bundled ones by name, files, and generated ones of any
 * size. The same arguments give equal states. Thread-safe.
 */
public final class StartingWorlds {
  /** What a frozen clock shows unless somebody chose another instant. */
  public static final Instant FROZEN_START = Instant.parse("2026-06-15T09:30:00Z");

  private StartingWorlds() {}

  /** The names of the bundled worlds, the usual one first. */
  public static List<String> names() {
    return WorldFiles.bundledNames();
  }

  /**
   * Reads the files of a bundled world, which takes long the first time and no time later. For a
   * thread beside something else that takes long; whoever needs the files in the meantime waits for
   * it.
   *
   * @param name one of {@link #names()}
   */
  public static void readAhead(String name) {
    WorldFiles.readAhead(name);
  }

  /**
   * A bundled world.
   *
   * @param name one of {@link #names()}
   * @param now the time on the world's clock; the history ends shortly before it
   * @param seed makes the opaque ids
   * @throws IllegalArgumentException when no world has that name; the message lists the names
   */
  public static WorldState load(String name, Instant now, long seed) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(unknown(name));
    }
    return WorldFiles.bundled(name).at(now, seed);
  }

  /**
   * A world from a file in the format of starting worlds, YAML or JSON.
   *
   * @param file the file; paths in it are relative to its folder
   * @param now the time on the world's clock, to which the times of the file are relative
   * @param seed makes the opaque ids
   * @throws SourceException when the file has a mistake or cannot be read
   */
  public static WorldState load(Path file, Instant now, long seed) {
    return WorldFiles.read(file).at(now, seed);
  }

  /**
   * An invented world of any size over ten networks, for tests of scale. A million messages in
   * 2,000 chats fit well into 1 GiB of heap.
   *
   * @param chats how many chats, zero or more
   * @param messages how many messages in all chats together
   * @param now the time on the world's clock; the history ends shortly before it
   * @param seed makes the ids and the invention
   * @throws IllegalArgumentException when a number is negative, or there are messages but no chats
   */
  public static WorldState generated(int chats, int messages, Instant now, long seed) {
    return new GeneratedWorld(chats, messages).at(now, seed);
  }

  private static String unknown(String name) {
    return "There is no starting world \"%s\". The names are %s. %s"
        .formatted(
            name,
            String.join(", ", names()),
            Nearest.of(name, names())
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Choose one of them, or give the path of a file."));
  }
}
