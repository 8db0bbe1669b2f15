package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.Bridge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A bridge that stands in a data file: its name, its wizards, what it hands over. Immutable.
 *
 * <pre>{@code
 * world.bridges().add(BridgeFile.read(Path.of("mastodon.yaml")));
 * }</pre>
 */
public final class BridgeFile {
  private static final Pattern NAME = Pattern.compile(".*\\.(yaml|yml|json)");

  private final Bridge bridge;

  private BridgeFile(Bridge bridge) {
    this.bridge = bridge;
  }

  /**
   * Reads a file, YAML or JSON.
   *
   * @throws SourceException when it has a mistake or cannot be read
   */
  public static BridgeFile read(Path file) {
    return read(SourceReader.read(file));
  }

  /**
   * Reads a bridge that is a part of another file.
   *
   * @throws SourceException when it has a mistake
   */
  public static BridgeFile read(SourceNode node) {
    return new BridgeFile(BridgeFormat.read(node));
  }

  /**
   * Reads a bridge from YAML in a text.
   *
   * @throws SourceException when it has a mistake
   */
  public static BridgeFile parse(String yaml) {
    try {
      var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
      return read(SourceReader.read("bridge.yaml", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory does not break
    }
  }

  /**
   * Reads every YAML and JSON file of a folder, in the order of their names.
   *
   * @throws SourceException when one has a mistake, or the folder cannot be read
   */
  public static List<BridgeFile> readAll(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.toString()).matches())
          .sorted()
          .map(BridgeFile::read)
          .toList();
    } catch (IOException e) {
      throw new SourceException(
          new Place(folder.toString(), 1, 1),
          "The folder of bridges cannot be read: " + e,
          "It must exist and be readable",
          "Check the path");
    }
  }

  /** The ids of the bridges that come with the product, in the order of the list. */
  public static List<String> bundledIds() {
    return BundledBridges.all().stream().map(Bridge::id).toList();
  }

  /** The id of the bridge. */
  public String id() {
    return bridge.id();
  }

  /** The bridge. For our own packages. */
  public Bridge bridge() {
    return bridge;
  }
}
