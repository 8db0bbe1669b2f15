package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body of JSON that is written while it is read, by a thread of its own: it can be larger than
 * memory.
 */
final class PipedBody {
  private static final Logger LOG = LoggerFactory.getLogger(PipedBody.class);
  private static final int PIPE_BYTES = 64 * 1024;

  /** How long it is, is known when it is written. */
  private static final long UNKNOWN_LENGTH = -1;

  private PipedBody() {}

  /**
   * A body.
   *
   * @param writer writes all of it; called when the body is read, on another thread
   */
  static Body json(Consumer<OutputStream> writer) {
    return new Body.Stream("application/json", UNKNOWN_LENGTH, () -> open(writer));
  }

  private static InputStream open(Consumer<OutputStream> writer) throws IOException {
    var in = new PipedInputStream(PIPE_BYTES);
    var out = new PipedOutputStream(in);
    var thread = new Thread(() -> write(writer, out), "fake-beeper-export");
    thread.setDaemon(true);
    thread.start();
    return in;
  }

  /**
   * A reader that goes away ends the writing. A writer that fails leaves the pipe open: so the
   * reader learns that the end is missing, and the client gets no half for a whole.
   */
  private static void write(Consumer<OutputStream> writer, PipedOutputStream out) {
    try {
      writer.accept(out);
      out.close();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("an export was not written to its end", e);
    }
  }
}
