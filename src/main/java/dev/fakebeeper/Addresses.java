package dev.fakebeeper;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as they stand in a URI. */
final class Addresses {
  private Addresses() {}

  /** Host and port. */
  static String authority(InetSocketAddress address) {
    var ip = address.getAddress();
    var host = ip.isAnyLocalAddress() || ip.isLoopbackAddress() ? loopback(ip) : text(ip);
    return host + ":" + address.getPort();
  }

  /** The short form of a loopback address, which also reaches a socket on every address. */
  static String loopback(InetAddress ip) {
    if (ip instanceof Inet6Address) {
      return "[::1]";
    }
    return ip.isAnyLocalAddress() ? "127.0.0.1" : ip.getHostAddress();
  }

  private static String text(InetAddress ip) {
    return ip instanceof Inet6Address ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
  }
}
