package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Hold;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.stubs.Manner;
import dev.fakebeeper.stubs.Manner.Dribble;
import dev.fakebeeper.stubs.Manner.Mischief;
import dev.fakebeeper.stubs.StubAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the answers of stub mappings go out that WireMock's faults or dribbling spoil. */
final class StubDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(StubDeliveries.class);

  /** Neither a status line nor the size of a chunk, the same in every run. */
  private static final byte[] GARBAGE =
      "lskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(StandardCharsets.US_ASCII);

  private final HoldingRoom room;

  StubDeliveries(HoldingRoom room) {
    this.room = room;
  }

  /**
   * On whose clock an answer waits, and under which name.
   *
   * @param what for people
   */
  record Holder(FakeWorld world, String what) {
    Hold open() {
      return world.faults().hold(what, "the rest of its body");
    }
  }

  /** What of an answer a client sees when it is spoilt. */
  static ApiResponse seen(Mischief mischief, StubAnswer answer) {
    return mischief == Mischief.MALFORMED_RESPONSE_CHUNK
        ? ApiResponse.of(answer.status(), new Body.Empty())
        : ApiResponse.none();
  }

  /**
   * Waits as long as an answer wants to wait.
   *
   * @param asked what waits for it
   * @return how the wait ended; empty when there was no room to wait
   */
  Optional<Release> await(Manner manner, Holder holder, String asked) {
    if (!room.enter()) {
      return Optional.empty();
    }
    var due = holder.world().now().plus(manner.delay());
    try (var hold = holder.world().faults().hold(holder.what(), asked)) {
      return Optional.of(hold.until(due));
    } finally {
      room.leave();
    }
  }

  Delivery of(Manner manner, Holder holder) {
    var mischief = manner.mischief();
    if (mischief != null) {
      return spoilt(mischief);
    }
    var dribble = manner.dribble();
    return dribble == null ? Delivery.WHOLE : dribbling(dribble, holder);
  }

  private static Delivery spoilt(Mischief mischief) {
    return switch (mischief) {
      case CONNECTION_RESET_BY_PEER ->
          (request, response, answer) -> RawConnection.of(request).reset();
      case EMPTY_RESPONSE -> FaultDeliveries.EMPTY;
      case RANDOM_DATA_THEN_CLOSE -> (request, response, answer) -> garbage(request);
      case MALFORMED_RESPONSE_CHUNK -> StubDeliveries::malformed;
    };
  }

  /** A head without a length announces chunks. */
  private static void malformed(
      HttpServletRequest request, HttpServletResponse response, ApiResponse answer)
      throws IOException {
    ResponseWriter.writeHead(response, answer);
    response.flushBuffer();
    garbage(request);
  }

  private static void garbage(HttpServletRequest request) throws IOException {
    var connection = RawConnection.of(request);
    connection.send(GARBAGE);
    connection.close();
  }

  private Delivery dribbling(Dribble dribble, Holder holder) {
    return (request, response, answer) -> {
      if (request.getMethod().equals("HEAD")) {
        ResponseWriter.write(request, response, answer);
      } else if (room.enter()) {
        try (var hold = holder.open()) {
          dribble(new FaultDeliveries.Target(request, response, answer), dribble, holder, hold);
        } finally {
          room.leave();
        }
      } else {
        LOG.warn("{}: its body goes out at once.{}", holder.what(), HoldingRoom.refusal());
        ResponseWriter.write(request, response, answer);
      }
    };
  }

  /**
   * As WireMock does it: so many pieces over so long, in chunks; the first comes after its part.
   */
  private static void dribble(
      FaultDeliveries.Target target, Dribble dribble, Holder holder, Hold hold) throws IOException {
    ResponseWriter.writeHead(target.response(), target.answer());
    var body = target.answer().body();
    var type = ResponseWriter.contentType(body);
    target.response().setContentType(type.isEmpty() ? null : type);
    var bytes = bytes(body);
    var out = target.response().getOutputStream();
    Instant start = holder.world().now();
    int chunks = Math.max(1, Math.min(dribble.chunks(), bytes.length));
    int sent = 0;
    for (int number = 1; number <= chunks; number++) {
      var due = start.plus(dribble.total().multipliedBy(number).dividedBy(chunks));
      if (hold.until(due) != Release.DUE) {
        RawConnection.of(target.request()).close();
        return;
      }
      int end = (int) ((long) bytes.length * number / chunks);
      out.write(bytes, sent, end - sent);
      out.flush();
      sent = end;
    }
  }

  private static byte[] bytes(Body body) throws IOException {
    if (body instanceof Body.Stream stream) {
      try (InputStream source = stream.source().open()) {
        return source.readAllBytes();
      }
    }
    try (var source = new ByteArrayInputStream(ResponseWriter.bytes(body))) {
      return source.readAllBytes();
    }
  }
}
