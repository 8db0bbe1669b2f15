package dev.fakebeeper.http;

import dev.fakebeeper.contract.WebSocketContract;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.events.EventSession;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.FrameSink;
import dev.fakebeeper.events.OutgoingFrame;
import dev.fakebeeper.operations.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket: frames of the protocol go out through Jetty, one at a time; text comes in. Pings
 * as the real server does: 10.5 seconds after the opening, then every 30 (observed). Thread-safe.
 */
final class EventSocket implements FrameSink, OpenSockets.Hearer {
  private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);
  private static final long FIRST_PING_MILLIS = 10_500;
  private static final long PING_MILLIS = 30_000;
  private static final long CLOSE_MILLIS = 2_000;
  private static final int POLICY_VIOLATION = 1008;

  private final org.eclipse.jetty.websocket.api.Session socket;
  private final ScriptedEndPoint endPoint;
  private final Session caller;
  private final WebSocketContract contract;
  private final ScheduledExecutorService timer;
  private final EventSession events;
  private final ScheduledFuture<?> pings;

  /** A WebSocket and the TCP connection that carries it. */
  record Connection(org.eclipse.jetty.websocket.api.Session socket, ScriptedEndPoint endPoint) {}

  EventSocket(
      Connection connection,
      Session caller,
      EventStream stream,
      WebSocketContract contract,
      ScheduledExecutorService timer) {
    this.socket = connection.socket();
    this.endPoint = connection.endPoint();
    this.caller = caller;
    this.contract = contract;
    this.timer = timer;
    // First: the stream may close this socket before open() has returned.
    this.pings =
        timer.scheduleAtFixedRate(
            this::ping, FIRST_PING_MILLIS, PING_MILLIS, TimeUnit.MILLISECONDS);
    this.events = stream.open(this);
  }

  private void ping() {
    socket.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
  }

  /**
   * Text of the client. A token that has ended ends the connection with the next frame (assumed).
   */
  @Override
  public void accept(String text) {
    if (caller.isStillGood()) {
      events.accept(text);
    } else {
      events.close(POLICY_VIOLATION, "The token is no longer valid");
    }
  }

  @Override
  public void accept(ByteBuffer data) {
    events.acceptBinary();
  }

  @Override
  public void ended(int code, String reason) {
    pings.cancel(false);
    events.ended(code, reason);
  }

  @Override
  public void send(OutgoingFrame frame, Runnable done) {
    if (!caller.isStillGood()) {
      close(POLICY_VIOLATION, "The token is no longer valid");
      return;
    }
    check(frame);
    socket.sendText(
        frame.text(),
        Callback.from(
            done,
            failure -> LOG.debug("A frame did not reach the client: {}", failure.toString())));
  }

  /**
   * Each event is checked once, whichever socket is first; an answer to a command each time; what a
   * test wrote or rewrote never, because it breaks the contract on purpose.
   */
  private void check(OutgoingFrame frame) {
    var event = frame.event();
    if (frame.alteration().isOfText() || (event != null && event.isChecked())) {
      return;
    }
    var violations = contract.checkServerFrame(frame.type(), frame.text());
    if (event != null) {
      event.markChecked();
    }
    if (!violations.isEmpty()) {
      var subject =
          "fake-beeper's own frame %s breaks the contract. This is a bug of fake-beeper."
              .formatted(frame.type());
      LOG.error(Diagnosis.of(DiagnosisCode.RESPONSE_INVALID, subject, violations).headerValue());
    }
  }

  /** Says goodbye; whoever does not take the goodbye, or cannot hear it, is cut off. */
  @Override
  public void close(int code, String reason) {
    if (endPoint.isDeaf()) {
      cut();
      return;
    }
    pings.cancel(false);
    socket.close(code, reason, Callback.NOOP);
    var unused =
        timer.schedule(
            () -> {
              if (socket.isOpen()) {
                socket.disconnect();
              }
            },
            CLOSE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void cut() {
    pings.cancel(false);
    endPoint.cut();
  }

  @Override
  public void silence() {
    pings.cancel(false);
    endPoint.deafen();
  }
}
