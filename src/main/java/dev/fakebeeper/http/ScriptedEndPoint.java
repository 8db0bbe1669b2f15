package dev.fakebeeper.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's end of a TCP connection, which a test may break or make deaf. Below the WebSocket,
 * because Jetty answers pings and close frames by itself and no listener can stop it. Thread-safe.
 */
final class ScriptedEndPoint extends SocketChannelEndPoint {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptedEndPoint.class);

  private volatile boolean deaf;

  ScriptedEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /**
   * From now on what comes is thrown away before Jetty sees it, so that nothing is answered, and no
   * time-out ends the connection. That the client hangs up is still noticed, so that nothing is
   * left behind.
   */
  void deafen() {
    deaf = true;
    setIdleTimeout(0);
  }

  /** Ends the connection with a reset. */
  void cut() {
    try {
      // With a linger of zero the kernel sends RST in place of FIN (socket(7)).
      getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      LOG.debug("A connection was gone before it could be cut: {}", e.toString());
    }
    close();
  }

  boolean isDeaf() {
    return deaf;
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    var filled = super.fill(buffer);
    if (deaf && filled > 0) {
      buffer.limit(buffer.limit() - filled);
      return 0;
    }
    return filled;
  }
}
