package dev.fakebeeper.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that nobody listens on and nobody else gets: sockets that are bound and do nothing.
 * Without them the system could give the number to any outgoing connection meanwhile. What cannot
 * be reserved is left open to that small risk.
 */
final class ReservedPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReservedPort.class);

  private final List<SocketChannel> channels = new ArrayList<>();

  private ReservedPort() {}

  static ReservedPort none() {
    return new ReservedPort();
  }

  static ReservedPort of(List<InetSocketAddress> addresses) {
    var port = new ReservedPort();
    addresses.forEach(port::reserve);
    return port;
  }

  private void reserve(InetSocketAddress address) {
    try {
      var channel = SocketChannel.open();
      channels.add(channel);
      // connections that were just dropped would else keep the number for a while
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address);
    } catch (IOException e) {
      LOG.debug("{} is not reserved during the outage", address, e);
    }
  }

  @Override
  public void close() {
    for (var channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        LOG.debug("a socket that was never connected did not close", e);
      }
    }
    channels.clear();
  }
}
