package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one socket as it goes on. For the thread of its {@link RecordingWriter}. */
public final class SocketWriter implements AutoCloseable {
  private final OutputStream out;
  private final Runnable counter;

  SocketWriter(OutputStream out, Runnable counter) {
    this.out = out;
    this.counter = counter;
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

  /** A line goes out in one piece. */
  void line(JsonNode json) throws IOException {
    var line = new ByteArrayOutputStream();
    line.write(Json.bytes(json));
    line.write('\n');
    out.write(line.toByteArray());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
