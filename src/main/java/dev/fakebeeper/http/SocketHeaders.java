package dev.fakebeeper.http;

import dev.fakebeeper.contract.HttpHeaders;
import java.util.Locale;

/** The headers that make an upgrade of a request. */
final class SocketHeaders {
  private SocketHeaders() {}

  static HttpHeaders without(HttpHeaders headers) {
    var names =
        headers.asMap().keySet().stream()
            .filter(name -> isOfUpgrade(name.toLowerCase(Locale.ROOT)))
            .toList();
    return headers.without(names);
  }

  private static boolean isOfUpgrade(String name) {
    return name.startsWith("sec-websocket-") || name.equals("upgrade") || name.equals("connection");
  }
}
