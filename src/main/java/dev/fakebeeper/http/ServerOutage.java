package dev.fakebeeper.http;

import dev.fakebeeper.control.Outage;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the connectors of a running server and starts them again on the same port. Thread-safe. */
final class ServerOutage implements Outage, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerOutage.class);

  private final ListenSockets sockets;
  private final Supplier<List<ServerConnector>> connectors;
  private Phase phase = Phase.SERVING;
  private ReservedPort reserved = ReservedPort.none();
  private long outages;

  private enum Phase {
    SERVING,
    OUT,
    CLOSED
  }

  ServerOutage(ListenSockets sockets, Supplier<List<ServerConnector>> connectors) {
    this.sockets = sockets;
    this.connectors = connectors;
  }

  @Override
  public synchronized void begin() {
    if (phase != Phase.SERVING) {
      return;
    }
    for (var connector : connectors.get()) {
      stop(connector);
    }
    reserved = ReservedPort.of(sockets.addresses());
    phase = Phase.OUT;
    outages++;
  }

  @Override
  public synchronized void end() {
    if (phase != Phase.OUT) {
      return;
    }
    reserved.close();
    var channels = sockets.again().iterator();
    for (var connector : connectors.get()) {
      start(connector, channels.next());
    }
    phase = Phase.SERVING;
  }

  @Override
  public void lasting(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("span (" + span + ") must not be negative");
    }
    var number = beginNext();
    CompletableFuture.delayedExecutor(span.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> endIfStill(number));
  }

  private synchronized long beginNext() {
    begin();
    return outages;
  }

  /** Whoever ended it by hand and began another one does not want that one to end now. */
  private synchronized void endIfStill(long number) {
    if (outages == number) {
      try {
        end();
      } catch (RuntimeException e) {
        LOG.error("an outage did not end", e);
      }
    }
  }

  @Override
  public synchronized boolean isOn() {
    return phase == Phase.OUT;
  }

  private static void stop(ServerConnector connector) {
    try {
      connector.stop();
    } catch (Exception e) { // Jetty's life cycle throws any
      throw new IllegalStateException("the server could not be stopped", e);
    }
  }

  private static void start(ServerConnector connector, ServerSocketChannel channel) {
    try {
      connector.open(channel);
      connector.start();
    } catch (Exception e) { // Jetty's life cycle throws any
      throw new IllegalStateException("the server could not be started again", e);
    }
  }

  /** The server stops for good: an outage that is on does not end any more. */
  @Override
  public synchronized void close() {
    phase = Phase.CLOSED;
    reserved.close();
  }
}
