package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.faults.FaultEffect;
import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.faults.Hold;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.control.faults.TakenFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How answers go out that a fault spoils, or do not. Thread-safe. */
final class FaultDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(FaultDeliveries.class);

  /** The connection ends before the first byte. */
  static final Delivery EMPTY = (request, response, answer) -> RawConnection.of(request).close();

  private static final Delivery RESET =
      (request, response, answer) -> RawConnection.of(request).reset();

  /** Not from this server: nothing says which version it is. */
  static final Delivery FOREIGN = without(List.of(Edge.VERSION_HEADER));

  private final HoldingRoom room;

  FaultDeliveries(HoldingRoom room) {
    this.room = room;
  }

  static Delivery cut(FaultEffect.Cutting effect) {
    return effect instanceof FaultEffect.Reset ? RESET : EMPTY;
  }

  /** The whole answer without some of the headers that every answer has. */
  static Delivery without(Collection<String> headers) {
    return (request, response, answer) -> {
      headers.forEach(name -> response.setHeader(name, null));
      ResponseWriter.write(request, response, answer);
    };
  }

  /** Nothing, until the client or the world ends it. */
  Delivery hanging(Faults faults, TakenFault fault) {
    return (request, response, answer) -> {
      var connection = RawConnection.of(request);
      if (room.enter()) {
        try (var hold = faults.hold(fault)) {
          connection.whenClientLeaves(() -> hold.end(Release.CLIENT_GONE));
          hold.forever();
        } finally {
          room.leave();
        }
      } else {
        LOG.warn("{}: the connection is closed instead.{}", fault.name(), HoldingRoom.refusal());
      }
      connection.close();
    };
  }

  /** The body, but not as it should come. */
  Delivery spoiling(Faults faults, TakenFault fault) {
    return (request, response, answer) -> {
      if (request.getMethod().equals("HEAD")) {
        ResponseWriter.write(request, response, answer);
        return;
      }
      send(new Target(request, response, answer), faults, fault);
    };
  }

  /** What the servlet container gives for one exchange, and what is to be sent in it. */
  record Target(HttpServletRequest request, HttpServletResponse response, ApiResponse answer) {}

  private void send(Target target, Faults faults, TakenFault fault) throws IOException {
    var effect = fault.effect();
    if (effect instanceof FaultEffect.Truncate) {
      SpoiledBody.half(target);
      return;
    }
    if (!room.enter()) {
      LOG.warn("{}: the answer goes out whole.{}", fault.name(), HoldingRoom.refusal());
      ResponseWriter.write(target.request(), target.response(), target.answer());
      return;
    }
    try (Hold hold = faults.hold(fault)) {
      if (effect instanceof FaultEffect.Endless endless) {
        SpoiledBody.endless(target, endless.maxBytes(), hold);
      } else if (effect instanceof FaultEffect.Drip drip) {
        SpoiledBody.dripping(target, new SpoiledBody.Pace(drip, fault.at()), hold);
      } else {
        throw new AssertionError("no way to spoil: " + effect);
      }
    } finally {
      room.leave();
    }
  }
}
