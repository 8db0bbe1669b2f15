package dev.fakebeeper.http.control;

import dev.fakebeeper.control.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JSON of a snapshot to read from. It can be larger than memory, so a thread of its own writes
 * it while it is read.
 */
final class StateStream {
  private static final Logger LOG = LoggerFactory.getLogger(StateStream.class);
  private static final int PIPE_BYTES = 64 * 1024;

  private StateStream() {}

  static InputStream of(Snapshot snapshot) throws IOException {
    var in = new PipedInputStream(PIPE_BYTES);
    var out = new PipedOutputStream(in);
    var writer = new Thread(() -> write(snapshot, out), "fake-beeper-export");
    writer.setDaemon(true);
    writer.start();
    return in;
  }

  /**
   * A reader that goes away ends the writing. A writer that fails leaves the pipe open: so the
   * reader learns that the end is missing, and the client gets no half world for a whole one.
   */
  private static void write(Snapshot snapshot, PipedOutputStream out) {
    try {
      snapshot.write(out);
      out.close();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the state of {} was not written to its end", snapshot.world(), e);
    }
  }
}
