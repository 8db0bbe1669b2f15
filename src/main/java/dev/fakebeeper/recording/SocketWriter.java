package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;

/** Writes one socket as it goes on. For the thread of its {@link RecordingWriter}. */
public final class SocketWriter {
  private final FolderWriting writing;
  private final String name;
  private final Runnable counter;

  SocketWriter(FolderWriting writing, String name, Runnable counter) {
    this.writing = writing;
    this.name = name;
    this.counter = counter;
  }

  /** The file, relative to the recording. */
  public String name() {
    return name;
  }

  /** Writes a redacted frame. */
  public void write(RecordedFrame frame) throws IOException {
    line(SocketLines.of(frame));
    counter.run();
  }

  /** Writes the end. */
  public void write(RecordedEnd end) throws IOException {
    line(SocketLines.of(end));
  }

  /** A line goes out in one piece; the file is open no longer than that. */
  void line(JsonNode json) throws IOException {
    var line = new ByteArrayOutputStream();
    line.write(Json.bytes(json));
    line.write('\n');
    writing.gate().check(name, line.toByteArray());
    var file = writing.folder().resolve(name);
    Files.createDirectories(file.getParent());
    try (var out = writing.disk().append(file)) {
      out.write(line.toByteArray());
    }
  }
}
