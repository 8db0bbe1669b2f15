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
import java.util.stream.Stream;

/**
 * The mappings of a recording, read once and played by any number of worlds: those of fake-beeper's
 * recorder, of plain WireMock, and what a hand wrote. Immutable.
 */
public final class ReplayMappings {
  private static final String FOLDER = "mappings";

  private final Path folder;
  private final List<ReplayFile> files;

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
    var reading = new Reading(folder);
    reading.read();
    return new ReplayMappings(folder, reading.usable());
  }

  /** Something that answers from these mappings for one world, from their beginning. */
  public Replay play(Delay delay) {
    var ready = delay == Delay.RECORDED ? files.stream().map(ReplayFile::timed).toList() : files;
    return new Replay(Engine.start(settings(folder, ready)));
  }

  private static EngineSettings settings(Path folder, List<ReplayFile> files) {
    return new EngineSettings(
        files.stream().map(ReplayFile::text).toList(),
        List.of(folder.resolve("__files")),
        mapping -> {}, // a recording repeats what the app said, be it outside the contract
        Proxying.LOOPBACK);
  }

  /** Reads one folder and gathers what is wrong with it. */
  private static final class Reading {
    private final Path folder;
    private final List<ReplayFile> files = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    Reading(Path folder) {
      this.folder = folder;
    }

    void read() {
      list().forEach(this::add);
      files.sort(Comparator.comparingLong(ReplayFile::age)); // of two that match, the later wins
    }

    List<ReplayFile> usable() {
      if (mistakes.isEmpty()) {
        var trial = Engine.start(settings(folder, List.of()));
        files.forEach(file -> tryOut(file, trial));
      }
      if (!mistakes.isEmpty()) {
        throw StubException.in(
            folder,
            "The recording %s cannot be replayed:\n  %s"
                .formatted(folder, String.join("\n  ", mistakes)));
      }
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
        var tree = Json.mapper().readTree(Files.readAllBytes(file));
        if (tree != null && tree.path("mappings").isArray()) {
          int number = 0;
          for (var mapping : tree.path("mappings")) {
            number++;
            add("%s (mapping %d)".formatted(name, number), mapping);
          }
        } else {
          add(name, tree);
        }
      } catch (JsonProcessingException e) {
        mistakes.add(
            "%s:%d is no JSON: %s. Correct or delete the file."
                .formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()));
      } catch (IOException e) {
        mistakes.add("%s cannot be read: %s. See that it may be.".formatted(name, e));
      }
    }

    private void add(String name, JsonNode mapping) {
      if (mapping instanceof ObjectNode object) {
        files.add(new ReplayFile(name, object));
      } else {
        mistakes.add(name + ":1 is no JSON object. Correct or delete the file.");
      }
    }

    /** WireMock has the last word, one by one, so that each mistake has its file. */
    private void tryOut(ReplayFile file, Engine trial) {
      try {
        trial.put(file.text());
      } catch (StubException e) {
        mistakes.add(file.name() + ": " + e.getMessage());
      }
    }
  }
}
