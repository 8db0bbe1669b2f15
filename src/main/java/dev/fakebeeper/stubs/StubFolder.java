package dev.fakebeeper.stubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.stubs.StubException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a folder, read and held against the contract. A value; what changes on disk later
 * is not seen.
 *
 * @param mappings in the order of their files' names; of two that match, the later wins
 * @param files where their bodies are, if there is such a folder
 */
public record StubFolder(List<GivenMapping> mappings, List<Path> files) {
  private static final String BODIES = "__files";

  /** Copies the lists. */
  public StubFolder {
    mappings = List.copyOf(mappings);
    files = List.copyOf(files);
  }

  /**
   * Reads a file of one or several mappings, a folder with {@code mappings} and {@code __files} in
   * it, or a folder of such files.
   *
   * @throws StubException at the first mistake
   */
  static StubFolder read(Path path, StubCheck check) {
    WireMockPresence.require();
    var files = bodies(path);
    var mappings = new ArrayList<GivenMapping>();
    var places = new HashMap<String, Path>();
    for (var file : mappingFiles(path)) {
      for (var mapping : new Reading(path, file, files, check).mappings()) {
        requireNew(mapping.id(), file, places.put(mapping.id(), file));
        mappings.add(mapping);
      }
    }
    if (mappings.isEmpty()) {
      throw unreadable(
          path, "There is no stub mapping in it", "Put mappings into " + path.resolve("mappings"));
    }
    return new StubFolder(mappings, files.folders());
  }

  /** A mapping that was copied with its id would take the place of the other without a word. */
  private static void requireNew(String id, Path file, @Nullable Path earlier) {
    if (earlier != null) {
      throw StubException.at(
          file.toString(),
          0,
          new Mistake(
              Reason.MALFORMED,
              "/id",
              "The id %s is there twice".formatted(id),
              "The other mapping stands in " + earlier,
              "Remove the id from one of them"));
    }
  }

  /** In the folder; for a file beside it or, as it may stand in {@code mappings}, one above. */
  private static StubFiles bodies(Path path) {
    var whole = path.toAbsolutePath();
    var places =
        Files.isDirectory(path)
            ? Stream.of(whole.resolve(BODIES))
            : Stream.of(whole.resolveSibling(BODIES), whole.resolveSibling("../" + BODIES));
    return new StubFiles(places.map(Path::normalize).filter(Files::isDirectory).limit(1).toList());
  }

  private static List<Path> mappingFiles(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw unreadable(path, "There is no such file or folder", "Correct the path");
    }
    var mappings = path.resolve("mappings");
    var root = Files.isDirectory(mappings) ? mappings : path;
    try (var all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.startsWith(path.resolve(BODIES)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(path, "The folder cannot be read: " + e, "Check the folder");
    }
  }

  private static StubException unreadable(Path path, String what, String fix) {
    return StubException.at(
        path.toString(),
        0,
        new Mistake(
            Reason.UNREADABLE,
            "",
            what,
            "Stub mappings are JSON files in WireMock's format, in a folder \"mappings\" with \"__files\" beside it",
            fix));
  }

  /** Reads one file. */
  private record Reading(Path root, Path file, StubFiles files, StubCheck check) {

    List<GivenMapping> mappings() {
      var text = text();
      var lines = JsonLines.of(text);
      var tree = tree(text);
      var several = tree.path("mappings");
      var found = new ArrayList<GivenMapping>();
      if (several.isArray()) {
        for (int i = 0; i < several.size(); i++) {
          found.add(mapping(several.get(i), "/mappings/" + i, lines));
        }
      } else {
        found.add(mapping(tree, "", lines));
      }
      return found;
    }

    private String name() {
      return file.toString();
    }

    private String text() {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw unreadable(file, "The file cannot be read: " + e, "Check the file; it is UTF-8");
      }
    }

    private JsonNode tree(String text) {
      try {
        return Json.mapper().readTree(text);
      } catch (JsonProcessingException e) {
        var place = e.getLocation();
        throw StubException.at(
            name(),
            place == null ? 1 : place.getLineNr(),
            new Mistake(
                Reason.MALFORMED,
                "",
                "The file is not well-formed: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""),
                "It could not be read past this place",
                "Look for a missing quote, comma or bracket here or in the line above"));
      }
    }

    /** Bytes of a mapping give its id, so that two runs of a test are alike. */
    private GivenMapping mapping(JsonNode tree, String pointer, JsonLines lines) {
      if (tree instanceof ObjectNode object && !tree.has("id") && !tree.has("uuid")) {
        var seed = root.toAbsolutePath().relativize(file.toAbsolutePath()) + pointer + tree;
        object.put("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
      }
      try {
        Engine.requireMapping(tree.toString());
        check
            .mistake(tree, files)
            .ifPresent(
                mistake -> {
                  throw StubException.in(name(), mistake);
                });
      } catch (StubException e) {
        throw StubException.at(name(), lines.line(pointer + e.mistake().pointer()), e.mistake());
      }
      var id = tree.path(tree.has("id") ? "id" : "uuid").asText();
      return new GivenMapping(id, tree.toString());
    }
  }
}
