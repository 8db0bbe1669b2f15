package dev.fakebeeper.world;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a browser is sent with the answer to a question. */
final class RedirectUri {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private RedirectUri() {}

  /** What is wrong with one, in words. */
  static Optional<String> fault(String text) {
    var uri = parse(text);
    if (uri == null || !uri.isAbsolute()) {
      return Optional.of("it must be an absolute URI");
    }
    return uri.getRawFragment() == null
        ? Optional.empty()
        : Optional.of("it must have no fragment"); // RFC 6749 3.1.2
  }

  /**
   * Whether one is the other. On this machine the port does not matter: a native client takes
   * whichever is free (RFC 8252 7.3).
   */
  static boolean isSame(String registered, String asked) {
    return registered.equals(asked) || isSameOnLoopback(parse(registered), parse(asked));
  }

  private static boolean isSameOnLoopback(@Nullable URI registered, @Nullable URI asked) {
    return registered != null
        && asked != null
        && "http".equalsIgnoreCase(registered.getScheme())
        && registered.getHost() != null
        && LOOPBACK.contains(registered.getHost())
        && withoutPort(registered).equals(withoutPort(asked));
  }

  private static String withoutPort(URI uri) {
    return String.join(
        "\n",
        String.valueOf(uri.getScheme()),
        String.valueOf(uri.getHost()),
        String.valueOf(uri.getRawUserInfo()),
        String.valueOf(uri.getRawPath()),
        String.valueOf(uri.getRawQuery()),
        String.valueOf(uri.getRawFragment()));
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** One with further parameters, in the order of the map. */
  static String with(String uri, Map<String, String> parameters) {
    var out = new StringBuilder(uri);
    var separator = uri.indexOf('?') < 0 ? '?' : '&';
    for (var one : parameters.entrySet()) {
      out.append(separator).append(one.getKey()).append('=').append(encoded(one.getValue()));
      separator = '&';
    }
    return out.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
