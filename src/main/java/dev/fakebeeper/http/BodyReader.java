package dev.fakebeeper.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request body into memory, never more than its limit. */
final class BodyReader {
  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
  private static final byte[] NO_BODY = {};

  /**
   * How much of a refused body is read and thrown away, so that a client which sends everything
   * before it listens gets the answer and not a reset connection.
   */
  private static final long DRAIN_BYTES = 1L << 30;

  /** Bodies up to this size are within every limit, so nobody has to look up which one holds. */
  private final long alwaysAllowed;

  BodyReader(long alwaysAllowed) {
    this.alwaysAllowed = alwaysAllowed;
  }

  /**
   * The whole body; null when it is larger than the limit.
   *
   * @param limit the bytes allowed, asked for only when it matters
   * @throws IOException if the client went away in the middle
   */
  byte @Nullable [] readOrNull(HttpServletRequest request, LongSupplier limit) throws IOException {
    long declared = request.getContentLengthLong();
    if (declared == 0 || (declared < 0 && request.getHeader("Transfer-Encoding") == null)) {
      return NO_BODY;
    }
    long allowed = declared >= 0 && declared <= alwaysAllowed ? declared : limit.getAsLong();
    if (declared > allowed) {
      refuse(request);
      return null;
    }
    return declared >= 0 ? readExactly(request, (int) declared) : readChunked(request, allowed);
  }

  private static byte[] readExactly(HttpServletRequest request, int length) throws IOException {
    var body = new byte[length];
    int read = request.getInputStream().readNBytes(body, 0, length);
    if (read < length) {
      throw new EOFException("the client sent %d of %d bytes".formatted(read, length));
    }
    return body;
  }

  private static byte @Nullable [] readChunked(HttpServletRequest request, long allowed)
      throws IOException {
    var body = request.getInputStream().readNBytes((int) allowed + 1);
    if (body.length <= allowed) {
      return body;
    }
    refuse(request);
    return null;
  }

  /**
   * Throws a body away. A client that waits for leave to send it ({@code 100 Continue}) is simply
   * not given it.
   */
  static void refuse(HttpServletRequest request) {
    if (request.getHeader("Expect") != null) {
      return;
    }
    try {
      request.getInputStream().skip(DRAIN_BYTES);
    } catch (IOException e) {
      LOG.debug("the client did not send all of a body that is refused", e);
    }
  }
}
