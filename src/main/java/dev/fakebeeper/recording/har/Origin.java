package dev.fakebeeper.recording.har;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address; those of a socket are those of its server. */
final class Origin {
  private Origin() {}

  /**
   * The origin of an address.
   *
   * @throws IllegalArgumentException when it is none
   */
  static String plain(String url) {
    var uri = URI.create(withoutRest(url));
    if (uri.getScheme() == null || uri.getAuthority() == null) {
      throw new IllegalArgumentException(url + " is not the address of a server");
    }
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT).replace("ws", "http");
    return scheme + "://" + uri.getAuthority().toLowerCase(Locale.ROOT);
  }

  /** Paths may hold what no URI may; they are read by hand. */
  private static String withoutRest(String url) {
    return url.substring(0, startOfPath(url));
  }

  /** Where the path begins; the end when there is none. */
  static int startOfPath(String url) {
    var authority = url.indexOf("://");
    var start = authority < 0 ? 0 : authority + 3;
    for (var i = start; i < url.length(); i++) {
      if ("/?#".indexOf(url.charAt(i)) >= 0) {
        return i;
      }
    }
    return url.length();
  }
}
