package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes a recording of an archive, as a browser's developer tools or a proxy saved it. Entries of
 * other hosts are left out and counted. What is read is not redacted. Thread-safe.
 */
public final class HarReader {
  private HarReader() {}

  /**
   * Reads a file.
   *
   * @param origin whose entries to read, such as {@code http://localhost:23373}; null for that of
   *     which most entries are calls of the contract
   * @throws RecordingException when it cannot be read or is no archive; the message tells where
   */
  public static HarReading read(Path file, @Nullable String origin) {
    try (var in = Files.newInputStream(file)) {
      return read(file.toString(), in, origin);
    } catch (IOException e) {
      throw new RecordingException("%s cannot be read: %s. Check the path.".formatted(file, e), e);
    }
  }

  /**
   * Reads a stream to its end and leaves closing it to the caller.
   *
   * @param source how mistakes name it
   * @throws RecordingException as {@link #read(Path, String)}
   * @throws IOException when the stream breaks
   */
  public static HarReading read(String source, InputStream in, @Nullable String origin)
      throws IOException {
    return read(source, tree(source, in), origin);
  }

  /**
   * Reads a tree.
   *
   * @param source how mistakes name it
   * @throws RecordingException when it is no archive
   */
  public static HarReading read(String source, JsonNode archive, @Nullable String origin) {
    var entries = archive.at("/log/entries");
    if (!entries.isArray()) {
      throw new RecordingException(
          "%s is no HTTP archive: there is no list at /log/entries. Save one with a browser's developer tools or a proxy (HAR 1.2)."
              .formatted(source),
          null);
    }
    return new ArchiveReading(source, entries).read(origin);
  }

  private static JsonNode tree(String source, InputStream in) throws IOException {
    try (var json = Json.mapper().createParser(in)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      JsonNode tree = json.readValueAsTree();
      return tree == null ? Json.mapper().missingNode() : tree;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new RecordingException(
          "%s:%d:%d is no JSON, so it is no HTTP archive: %s. Save it again; a file that was cut off ends like this."
              .formatted(source, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
          e);
    }
  }
}
