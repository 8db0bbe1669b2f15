package dev.fakebeeper.http;

import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.faults.FaultEffect;
import dev.fakebeeper.control.faults.Hold;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.http.FaultDeliveries.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes bodies that do not come as they should. The head of the answer is a good one, and the
 * answer has a body.
 */
final class SpoiledBody {
  private static final byte[] PADDING = padding();

  private SpoiledBody() {}

  private static byte[] padding() {
    var spaces = new byte[ResponseWriter.BUFFER_BYTES];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  /** The rhythm of a body that drips: its first piece comes at once. */
  record Pace(FaultEffect.Drip drip, Instant start) {
    private Instant piece(long number) {
      return start.plus(drip.every().multipliedBy(number));
    }
  }

  /** Announces all, sends half, closes the connection. */
  static void half(Target target) throws IOException {
    var length = head(target);
    try (var body = open(target.answer().body())) {
      target.response().getOutputStream().write(body.readNBytes((int) (length / 2)));
    }
    target.response().flushBuffer();
    RawConnection.of(target.request()).close();
  }

  /** All but the last byte, so that it has no end, and then spaces, in chunks. */
  static void endless(Target target, long maxBytes, Hold hold) throws IOException {
    ResponseWriter.writeHead(target.response(), target.answer());
    var type = ResponseWriter.contentType(target.answer().body());
    target.response().setContentType(type.isEmpty() ? null : type);
    var out = target.response().getOutputStream();
    try (var body = open(target.answer().body())) {
      var allButOne = Math.max(length(target.answer().body()) - 1, 0);
      var beginning = body.readNBytes((int) Math.min(maxBytes, allButOne));
      out.write(beginning);
      long left = maxBytes - beginning.length;
      while (left > 0 && !hold.isEnded()) {
        out.write(PADDING, 0, (int) Math.min(left, PADDING.length));
        out.flush();
        left -= PADDING.length;
      }
    }
    target.response().flushBuffer();
    RawConnection.of(target.request()).close();
  }

  /** Piece by piece, each at its instant of the world's clock. */
  static void dripping(Target target, Pace pace, Hold hold) throws IOException {
    head(target);
    var out = target.response().getOutputStream();
    try (var body = open(target.answer().body())) {
      long number = 0;
      for (var piece = next(body, pace); piece.length > 0; piece = next(body, pace)) {
        if (number > 0 && isOver(hold.until(pace.piece(number)))) {
          RawConnection.of(target.request()).close();
          return;
        }
        out.write(piece);
        out.flush();
        number++;
      }
    }
  }

  private static byte[] next(InputStream body, Pace pace) throws IOException {
    return body.readNBytes(pace.drip().bytes());
  }

  private static boolean isOver(Release release) {
    return release != Release.DUE && release != Release.FAULT_REMOVED;
  }

  /** The head with the length of the whole body, which it returns. */
  private static long head(Target target) {
    ResponseWriter.writeHead(target.response(), target.answer());
    var body = target.answer().body();
    var type = ResponseWriter.contentType(body);
    target.response().setContentType(type.isEmpty() ? null : type);
    var length = length(body);
    target.response().setContentLengthLong(length);
    return length;
  }

  private static long length(Body body) {
    return body instanceof Body.Stream stream ? stream.length() : ResponseWriter.bytes(body).length;
  }

  private static InputStream open(Body body) throws IOException {
    return body instanceof Body.Stream stream
        ? stream.source().open()
        : new ByteArrayInputStream(ResponseWriter.bytes(body));
  }
}
