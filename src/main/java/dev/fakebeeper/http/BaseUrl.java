package dev.fakebeeper.http;

import dev.fakebeeper.http.EdgeSettings.Forwarding;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The address under which a client reached the fake, for the links in its answers. Source:
 * behaviour notes on remote access: the forwarded headers when remote access is on, else the host
 * that the client named.
 */
final class BaseUrl {
  private final Forwarding forwarding;

  BaseUrl(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  /** Scheme, host and port, without a slash at the end. */
  String of(HttpServletRequest request) {
    if (forwarding == Forwarding.HONOURED) {
      var host = firstOf(request.getHeader("X-Forwarded-Host"));
      if (host != null) {
        return forwarded(request, host);
      }
    }
    var host = request.getHeader("Host");
    return "http://" + (host == null || host.isEmpty() ? boundAddress(request) : host);
  }

  private static String forwarded(HttpServletRequest request, String host) {
    var scheme = firstOf(request.getHeader("X-Forwarded-Proto"));
    var port = firstOf(request.getHeader("X-Forwarded-Port"));
    var authority = port == null || hasPort(host) ? host : host + ":" + port;
    var url = (scheme == null ? "http" : scheme) + "://" + authority;
    return url.replaceFirst("^(https://.*):443$|^(http://.*):80$", "$1$2");
  }

  /** A proxy behind a proxy adds to the list; the first entry is what the client asked for. */
  private static @Nullable String firstOf(@Nullable String list) {
    if (list == null) {
      return null;
    }
    int comma = list.indexOf(',');
    var first = (comma < 0 ? list : list.substring(0, comma)).strip();
    return first.isEmpty() ? null : first;
  }

  private static boolean hasPort(String host) {
    return host.lastIndexOf(':') > host.lastIndexOf(']');
  }

  /** Only an HTTP/1.0 client names no host. */
  private static String boundAddress(HttpServletRequest request) {
    var address = request.getLocalAddr();
    var host =
        address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
    return host + ":" + request.getLocalPort();
  }
}
