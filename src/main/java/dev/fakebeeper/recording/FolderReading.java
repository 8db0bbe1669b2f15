package dev.fakebeeper.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one folder, once. */
final class FolderReading {
  static final String MAPPINGS = "mappings";
  static final String SOCKETS = "sockets";

  private final Path folder;
  private final MappingReading mappings;
  private final List<RecordingFinding> findings = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  FolderReading(Path folder) {
    this.folder = folder;
    this.mappings = new MappingReading(StoredBodies.in(folder));
  }

  private record Found(RecordedCall call, String file) {}

  RecordingReading read() {
    for (var file : filesIn(MAPPINGS, ".json")) {
      addMappings(file(file));
    }
    // Numbered when they were answered; told in the order in which they came in.
    found.sort(Comparator.comparing(one -> one.call().after()));
    var calls = found.stream().map(Found::call).toList();
    var files = found.stream().map(Found::file).toList();
    var sockets = new ArrayList<RecordedSocket>();
    var socketFiles = new ArrayList<String>();
    for (var path : filesIn(SOCKETS, ".jsonl")) {
      var file = file(path);
      new SocketFile(file)
          .read()
          .ifPresent(
              socket -> {
                sockets.add(socket);
                socketFiles.add(file.name());
              });
    }
    if (calls.isEmpty() && sockets.isEmpty() && findings.isEmpty()) {
      findings.add(
          new RecordingFinding(
              MAPPINGS, 0, "holds nothing: this is no recording. Name the folder given by --out."));
    }
    var head = head();
    return new RecordingReading(new Recording(head, calls, sockets), files, socketFiles, findings);
  }

  private JsonFile file(Path file) {
    return new JsonFile(file, nameOf(folder, file), findings);
  }

  static String nameOf(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private RecordingHead head() {
    var path = folder.resolve(HeadFile.NAME);
    if (!Files.exists(path)) {
      return HeadFile.UNKNOWN; // plain WireMock writes none
    }
    var file = file(path);
    var json = file.readOrNull();
    try {
      return json == null ? HeadFile.UNKNOWN : HeadFile.read(json);
    } catch (UnreadableException e) {
      file.tell(e);
      return HeadFile.UNKNOWN;
    }
  }

  private void addMappings(JsonFile file) {
    var json = file.readOrNull();
    if (json == null) {
      return;
    }
    if (json.path("mappings").isArray()) {
      json.path("mappings").forEach(mapping -> add(mapping, file));
    } else {
      add(json, file);
    }
  }

  private void add(JsonNode mapping, JsonFile file) {
    try {
      found.add(new Found(mappings.of(mapping), file.name()));
    } catch (UnreadableException e) {
      file.tell(e);
    }
  }

  private List<Path> filesIn(String name, String ending) {
    var place = folder.resolve(name);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(file -> isWanted(file, ending)).sorted(byNumber(place)).toList();
    } catch (IOException | UncheckedIOException e) {
      findings.add(new RecordingFinding(name, 0, "cannot be listed: " + e + "."));
      return List.of();
    }
  }

  private static boolean isWanted(Path file, String ending) {
    var name = file.getFileName().toString();
    return name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /** By the number in front, so that the 10,000th call comes after the 9,999th. */
  static Comparator<Path> byNumber(Path place) {
    return Comparator.comparingLong((Path file) -> number(file.getFileName().toString()))
        .thenComparing(file -> place.relativize(file).toString());
  }

  /** The number at the start of a name; behind all others when there is none. */
  static long number(String name) {
    int end = 0;
    while (end < name.length() && end < 18 && Character.isDigit(name.charAt(end))) {
      end++;
    }
    return end == 0 ? Long.MAX_VALUE : Long.parseLong(name.substring(0, end));
  }

  /** The lines of one socket. */
  private record SocketFile(JsonFile file) {

    Optional<RecordedSocket> read() {
      var frames = new ArrayList<RecordedFrame>();
      RecordedSocket opening = null;
      RecordedEnd end = null;
      int number = 0;
      for (var text : lines()) {
        number++;
        try {
          var line = parsed(text);
          if (opening == null) {
            opening = SocketLines.opening(line);
          } else if (SocketLines.isEnd(line)) {
            end = SocketLines.end(line);
          } else {
            frames.add(SocketLines.frame(line));
          }
        } catch (UnreadableException e) {
          file.tell(number, e.text() + ".");
        }
      }
      return opening == null
          ? Optional.empty()
          : Optional.of(new RecordedSocket(opening.after(), opening.upgrade(), frames, end));
    }

    private List<String> lines() {
      try {
        return Files.readAllLines(file.file(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        file.tell(0, "cannot be read: " + e + ".");
        return List.of();
      }
    }

    private static JsonNode parsed(String line) throws UnreadableException {
      try {
        return Json.mapper().readTree(line);
      } catch (JsonProcessingException e) {
        throw new UnreadableException("", "is no whole line of JSON; it was cut off, or edited");
      }
    }
  }
}
