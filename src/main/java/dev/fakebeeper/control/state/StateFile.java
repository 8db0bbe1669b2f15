package dev.fakebeeper.control.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes and reads the state of a world as JSON. Thread-safe. */
public final class StateFile {
  private StateFile() {}

  /**
   * Writes to a stream in UTF-8, element by element, and leaves closing it to the caller.
   *
   * @throws IOException when the stream breaks, or the bytes of an asset cannot be read
   */
  public static void write(SavedWorld saved, OutputStream out) throws IOException {
    StateWriter.write(saved, out);
  }

  /**
   * Writes a file, in place of one that is there. Under its name the file is whole or as it was.
   *
   * @throws IOException when the file cannot be written, or the bytes of an asset cannot be read
   */
  public static void write(SavedWorld saved, Path file) throws IOException {
    var whole = file.toAbsolutePath();
    var part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      try (var out = Files.newOutputStream(part)) {
        write(saved, out);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Reads a stream to its end and leaves closing it to the caller.
   *
   * @param source how mistakes name it
   * @throws StateException when it is not the state of a world
   * @throws IOException when the stream breaks
   */
  public static SavedWorld read(String source, InputStream in) throws IOException {
    try (var json = StateMapper.MAPPER.createParser(in)) {
      return new StateReader(source, json).read();
    }
  }

  /**
   * Reads a file.
   *
   * @throws StateException when it is not the state of a world, or cannot be read
   */
  public static SavedWorld read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (IOException e) {
      var unreadable =
          new Problem(
              "", "It cannot be read: " + e, "It must be there and readable", "Check the path");
      throw new StateException(file.toString(), List.of(unreadable));
    }
  }

  /**
   * Reads a tree.
   *
   * @throws StateException when it is not the state of a world
   */
  public static SavedWorld read(JsonNode tree) {
    try (var json = StateMapper.MAPPER.treeAsTokens(tree)) {
      return new StateReader("The tree", json).read();
    } catch (IOException e) {
      throw new UncheckedIOException("a tree in memory broke", e);
    }
  }

  /** Parses what was written. */
  public static JsonNode tree(byte[] json) {
    try {
      return StateMapper.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a state that was written is no JSON", e);
    }
  }
}
