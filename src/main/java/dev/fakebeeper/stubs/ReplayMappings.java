package dev.fakebeeper.stubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.stubs.EngineSettings.Proxying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The mappings of a recording, read once and played by any number of worlds: those of fake-beeper's
 * recorder, of plain WireMock, and what a hand wrote. Thread-safe.
 */
public final class ReplayMappings {
  private static final String FOLDER = "mappings";
  private static final String BODIES = "__files";

  private final Path folder;
  private final List<ReplayFile> files;
  private final Map<Delay, Engine> engines = new ConcurrentHashMap<>();

  private ReplayMappings(Path folder, List<ReplayFile> files) {
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  /** When answers come. */
  public enum Delay {
    /** At once, unless a mapping was written with a delay. */
    NONE,
    /** As late as when they were recorded. */
    RECORDED
  }

  /**
   * Reads the mappings of a folder.
   *
   * @throws StubException when one cannot be used; the message names every such file, with the line
   */
  public static ReplayMappings read(Path folder) {
    WireMockPresence.require();
    return new ReplayMappings(folder, new Reading(folder).read());
  }

  /** Something that answers from these mappings for one world, from their beginning. */
  public Replay play(Delay delay) {
    return new Replay(engines.computeIfAbsent(delay, this::engine));
  }

  private Engine engine(Delay delay) {
    var ready = delay == Delay.RECORDED ? files.stream().map(ReplayFile::timed).toList() : files;
    return Engine.start(settings(folder, ready));
  }

  private static EngineSettings settings(Path folder, List<ReplayFile> files) {
    return new EngineSettings(
        files.stream().map(ReplayFile::text).toList(),
        List.of(folder.resolve(BODIES)),
        mapping -> {}, // a recording repeats what the app said, be it outside the contract
        Proxying.LOOPBACK);
  }

  /** Reads one folder and gathers what is wrong with it. */
  private static final class Reading {
    private final Path folder;
    private final StubFiles bodies;
    private final List<ReplayFile> files = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    Reading(Path folder) {
      this.folder = folder;
      this.bodies = new StubFiles(List.of(folder.resolve(BODIES)));
    }

    List<ReplayFile> read() {
      list().forEach(this::add);
      if (!mistakes.isEmpty()) {
        throw StubException.in(
            folder,
            "The recording %s cannot be replayed:\n  %s"
                .formatted(folder, String.join("\n  ", mistakes)));
      }
      files.sort(Comparator.comparingLong(ReplayFile::age)); // of two that match, the later wins
      return files;
    }

    private List<Path> list() {
      var place = folder.resolve(FOLDER);
      if (!Files.isDirectory(place)) {
        return List.of();
      }
      try (Stream<Path> all = Files.walk(place)) {
        return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      } catch (IOException | UncheckedIOException e) {
        mistakes.add("%s cannot be listed: %s. See that it may be read.".formatted(place, e));
        return List.of();
      }
    }

    private void add(Path file) {
      var name = folder.relativize(file).toString().replace('\\', '/');
      try {
        var text = Files.readString(file);
        var lines = JsonLines.of(text);
        var tree = Json.mapper().readTree(text);
        var several = tree.path("mappings");
        if (several.isArray()) {
          for (int i = 0; i < several.size(); i++) {
            var one = "%s (mapping %d)".formatted(name, i + 1);
            add(several.get(i), new Place(one, "/mappings/" + i, lines));
          }
        } else {
          add(tree, new Place(name, "", lines));
        }
      } catch (JsonProcessingException e) {
        mistakes.add(
            "%s:%d is no JSON: %s. Correct or delete the file."
                .formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()));
      } catch (IOException e) {
        mistakes.add("%s cannot be read: %s. See that it may be; it is UTF-8.".formatted(name, e));
      }
    }

    /** Where a mapping stands. */
    private record Place(String name, String pointer, JsonLines lines) {
      String tell(Mistake mistake) {
        return "%s:%d %s. %s. %s."
            .formatted(
                name,
                lines.line(pointer + mistake.pointer()),
                mistake.what(),
                mistake.why(),
                mistake.fix());
      }
    }

    private void add(JsonNode tree, Place place) {
      if (!(tree instanceof ObjectNode object)) {
        mistakes.add(place.name() + ":1 is no JSON object. Correct or delete the file.");
        return;
      }
      var mapping = new ReplayFile(place.name(), object);
      try {
        Engine.requireMapping(mapping.text());
        mapping.bodyFile().ifPresent(bodies::require);
        files.add(mapping);
      } catch (StubException e) {
        mistakes.add(place.tell(e.mistake()));
      }
    }
  }
}
