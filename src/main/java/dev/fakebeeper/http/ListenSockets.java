package dev.fakebeeper.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sockets of one port, bound before the server starts, so that a taken port is a clear refusal
 * and not a half-started server. The host {@code localhost} means both loopback families, because
 * clients disagree on which one it is; a family that the machine lacks is left out.
 *
 * @param channels the bound sockets; whoever holds this record closes them
 * @param addresses where they listen, in the same order
 * @param missing the loopback addresses that this machine does not have
 */
record ListenSockets(
    List<ServerSocketChannel> channels,
    List<InetSocketAddress> addresses,
    List<InetAddress> missing) {
  /** The name that stands for both loopback families. */
  static final String LOOPBACK = "localhost";

  private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int BACKLOG = 256;

  /** How often to look for a number that is free in both families, when the system may choose. */
  private static final int ATTEMPTS = 20;

  ListenSockets {
    channels = List.copyOf(channels);
    addresses = List.copyOf(addresses);
    missing = List.copyOf(missing);
  }

  /**
   * Binds a port.
   *
   * @param host {@code localhost}, an address or a name
   * @param port 0 lets the system choose; all sockets have the same number
   * @throws ListenException if the host is unknown or the port is not free
   */
  static ListenSockets bind(String host, int port) {
    var wanted = addressesOf(host, port);
    var present = wanted.stream().filter(ListenSockets::isPresent).toList();
    var missing = wanted.stream().filter(address -> !present.contains(address)).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        return bindAll(present, port, missing);
      } catch (IOException e) {
        if (port != 0 || attempt == ATTEMPTS) {
          throw refusal(host, port, e);
        }
      }
    }
  }

  private static List<InetAddress> addressesOf(String host, int port) {
    try {
      return host.equals(LOOPBACK)
          ? List.of(InetAddress.getByAddress(LOOPBACK_4), InetAddress.getByAddress(LOOPBACK_6))
          : List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw refusal(host, port, e);
    }
  }

  /** Only a loopback address may be missing: whoever names another one wants that one. */
  private static boolean isPresent(InetAddress address) {
    try {
      return !address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true; // then binding decides
    }
  }

  private static ListenSockets bindAll(List<InetAddress> hosts, int port, List<InetAddress> missing)
      throws IOException {
    var channels = new ArrayList<ServerSocketChannel>();
    var addresses = new ArrayList<InetSocketAddress>();
    var absent = new ArrayList<>(missing);
    try {
      for (var host : hosts) {
        int number = addresses.isEmpty() ? port : addresses.get(0).getPort();
        var channel = ServerSocketChannel.open();
        channels.add(channel);
        try {
          channel.bind(new InetSocketAddress(host, number), BACKLOG);
          // the socket itself names an address of every family when it was given one of IPv4
          addresses.add(new InetSocketAddress(host, channel.socket().getLocalPort()));
        } catch (UnsupportedAddressTypeException e) {
          // the virtual machine was told to use one family only (java.net.preferIPv4Stack)
          channels.remove(channel);
          channel.close();
          absent.add(host);
        }
      }
      return new ListenSockets(channels, addresses, absent);
    } catch (IOException e) {
      closeAll(channels, e);
      throw e;
    }
  }

  private static void closeAll(List<ServerSocketChannel> channels, Exception reason) {
    for (var channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  private static ListenException refusal(String host, int port, IOException cause) {
    return new ListenException(
        "Cannot listen on port %d of %s: %s. Stop what listens there, or choose another port or host (port 0 takes a free one)."
            .formatted(port, host, cause.getMessage()),
        cause);
  }

  /**
   * Sockets at the same addresses, in the same order, after these were closed.
   *
   * @throws IllegalStateException if something else listens there by now
   */
  List<ServerSocketChannel> again() {
    var fresh = new ArrayList<ServerSocketChannel>();
    try {
      for (var address : addresses) {
        var channel = ServerSocketChannel.open();
        fresh.add(channel);
        channel.bind(address, BACKLOG);
      }
      return fresh;
    } catch (IOException e) {
      closeAll(fresh, e);
      throw new IllegalStateException(
          "Cannot listen on port %d again: %s. Stop what listens there, and end the outage once more."
              .formatted(port(), e.getMessage()),
          e);
    }
  }

  /** The number that all sockets share. */
  int port() {
    return addresses.get(0).getPort();
  }

  /** Closes every socket; used when the server does not come up. */
  void close(Exception reason) {
    closeAll(channels, reason);
  }
}
