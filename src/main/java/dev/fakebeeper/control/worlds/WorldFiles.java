package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.Asset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starting worlds that stand in files. Thread-safe. */
public final class WorldFiles {
  private WorldFiles() {}

  /** The names of the worlds that come with the product. */
  public static List<String> bundledNames() {
    return BundledWorlds.NAMES;
  }

  /** Reads the file of a world that comes with the product, and what it builds on. */
  public static void readAhead(String name) {
    BundledWorlds.plan(name);
  }

  /** A world that comes with the product, by one of {@link #bundledNames()}. */
  public static StartingWorld bundled(String name) {
    return BundledWorlds.world(name);
  }

  /**
   * A world that stands in a file of its own; paths of assets are relative to its folder.
   *
   * @throws SourceException when the file has a mistake or cannot be read
   */
  public static StartingWorld read(Path file) {
    var folder = file.toAbsolutePath().getParent();
    return read(SourceReader.read(file), folder == null ? file : folder);
  }

  /**
   * A world that stands in a file of its own, read when it is first asked for and kept from then
   * on. What {@link #read(Path)} throws, the world then throws.
   */
  public static StartingWorld readOnce(Path file) {
    return new LateWorld(() -> read(file));
  }

  /**
   * A world that is a part of another file.
   *
   * @param world the part
   * @param folder what paths of assets are relative to
   * @throws SourceException when the part has a mistake
   */
  public static StartingWorld read(SourceNode world, Path folder) {
    return WorldFormat.read(
        world, BundledWorlds.known(), (path, node) -> content(folder.resolve(path), node));
  }

  /**
   * A world that is a part of a file that comes with the product; its assets are among those of the
   * bundled worlds.
   *
   * @throws SourceException when the part has a mistake
   */
  public static StartingWorld readBundled(SourceNode world) {
    return WorldFormat.read(world, BundledWorlds.known(), BundledWorlds::content);
  }

  private static Asset.Content content(Path file, SourceNode node) {
    try {
      return FileContent.of(file);
    } catch (IOException e) {
      throw node.mistake(
          "The file of the asset cannot be read: " + node.asText(),
          "Paths are relative to the folder of the world's file",
          "Correct the path");
    }
  }
}
