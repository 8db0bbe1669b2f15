package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording while it is made. Each call and each frame is whole on disk when its method
 * returns, so a crash leaves all that was recorded until then. Writes what it is given: whoever
 * calls it has redacted before. For one thread at a time.
 */
public final class RecordingWriter implements AutoCloseable {
  /** The name of the lock file, which is no part of the recording. */
  public static final String LOCK = FolderLock.NAME;

  private final FolderWriting writing;
  private final Sequences sequences = new Sequences();
  private RecordingHead head;
  private RecordingCounts counts = new RecordingCounts(0, 0, 0);
  private Duration offset = Duration.ZERO;
  private int lastMapping;
  private int lastSocket;

  RecordingWriter(FolderWriting writing, RecordingHead head) throws IOException {
    this.writing = writing;
    this.head = head;
    writeHead();
  }

  static RecordingWriter continuing(
      FolderWriting writing, RecordingReading reading, RecordingHead head) throws IOException {
    var old = reading.recording();
    var writer = new RecordingWriter(writing, old.head());
    int frames = old.sockets().stream().mapToInt(socket -> socket.frames().size()).sum();
    writer.counts = new RecordingCounts(old.calls().size(), old.sockets().size(), frames);
    var since = Duration.between(old.head().startedAt(), head.startedAt());
    writer.offset = since.isNegative() ? Duration.ZERO : since;
    for (var file : reading.files()) {
      writer.remember(file);
    }
    writer.lastSocket = writer.lastNumber(FolderReading.SOCKETS);
    writer.lastMapping = writer.lastNumber(FolderReading.MAPPINGS);
    writer.writeHead();
    return writer;
  }

  private void remember(String file) throws IOException {
    var mapping = Json.parse(Files.readAllBytes(writing.folder().resolve(file)));
    if (mapping.has("request")) { // else somebody put several into one file by hand
      sequences.remember(mapping, file, mapping.path("name").asText(file));
    }
  }

  private int lastNumber(String name) throws IOException {
    var place = writing.folder().resolve(name);
    if (!Files.isDirectory(place)) {
      return 0;
    }
    try (var files = Files.list(place)) {
      return (int)
          files
              .mapToLong(file -> FolderReading.number(file.getFileName().toString()))
              .filter(number -> number < Integer.MAX_VALUE)
              .max()
              .orElse(0);
    }
  }

  /**
   * Writes one call.
   *
   * @param call redacted
   * @return its mapping, relative to the folder
   * @throws IOException if it cannot be written; what was written before stays whole, and nothing
   *     more may be written
   */
  public String write(RecordedCall call, CallNotes notes) throws IOException {
    var name = "%04d-%s".formatted(++lastMapping, label(call, notes));
    var file = FolderReading.MAPPINGS + "/" + name + ".json";
    var mapping = new MappingWriting(writing.bodies()).of(shifted(call), notes, name);
    var before = sequences.place(mapping);
    writing.put(file, mapping); // first: nothing leads to it until the one before it is told
    sequences.remember(mapping, file, name);
    counts = new RecordingCounts(counts.calls() + 1, counts.sockets(), counts.frames());
    if (before != null) {
      lead(before);
    }
    return file;
  }

  private static String label(RecordedCall call, CallNotes notes) {
    return notes.operation().isEmpty()
        ? call.request().method().toLowerCase(Locale.ROOT)
        : notes.operation();
  }

  private RecordedCall shifted(RecordedCall call) {
    return new RecordedCall(call.after().plus(offset), call.took(), call.request(), call.answer());
  }

  private void lead(Sequences.Last before) throws IOException {
    var mapping =
        (ObjectNode) Json.parse(Files.readAllBytes(writing.folder().resolve(before.file())));
    Sequences.lead(mapping, before);
    writing.putAgain(before.file(), mapping);
  }

  /**
   * Opens the file of a socket.
   *
   * @param after since the recording began
   * @param upgrade redacted
   */
  public SocketWriter socket(Duration after, ApiRequest upgrade) throws IOException {
    var name = "%s/%04d.jsonl".formatted(FolderReading.SOCKETS, ++lastSocket);
    var socket = new SocketWriter(writing, name, this::countFrame);
    socket.line(SocketLines.opening(after.plus(offset), upgrade));
    counts = new RecordingCounts(counts.calls(), counts.sockets() + 1, counts.frames());
    return socket;
  }

  private void countFrame() {
    counts = new RecordingCounts(counts.calls(), counts.sockets(), counts.frames() + 1);
  }

  /** Says which version of the app was recorded, once it has told. */
  public void desktopVersion(@Nullable String version) throws IOException {
    head = new RecordingHead(head.startedAt(), head.contractVersion(), version);
    writeHead();
  }

  /** Puts the drift report in place. */
  public void drift(JsonNode report) throws IOException {
    writing.put(FolderOpening.DRIFT, report);
  }

  /** What the folder holds by now, an older recording that was continued included. */
  public RecordingCounts counts() {
    return counts;
  }

  private void writeHead() throws IOException {
    writing.put(HeadFile.NAME, HeadFile.write(head, counts));
  }

  /** Writes the counts and lets others at the folder. Sockets are closed by whoever opened them. */
  @Override
  public void close() throws IOException {
    try {
      writeHead();
    } finally {
      writing.lock().close();
    }
  }
}
