package dev.fakebeeper.http;

import dev.fakebeeper.contract.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of a streamed body. Failures come as {@link UncheckedIOException}, so that nobody takes
 * them for a client that went away.
 */
final class CheckedSource implements AutoCloseable {
  private final InputStream source;

  CheckedSource(Body.Source from) {
    try {
      source = from.open();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the source of a body", e);
    }
  }

  /** Fills a buffer; -1 at the end. */
  int read(byte[] buffer) {
    try {
      return source.read(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the source of a body", e);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
