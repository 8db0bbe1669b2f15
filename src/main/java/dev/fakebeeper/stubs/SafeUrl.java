package dev.fakebeeper.stubs;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A path and query that {@link java.net.URI} takes. The edge lets through what browsers and some
 * clients leave unescaped ({@code |}, quotes, brackets); WireMock throws on it.
 */
final class SafeUrl {
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

  private SafeUrl() {}

  static String of(String rawPath, @Nullable String rawQuery) {
    var url = rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
    for (int i = 0; i < url.length(); i++) {
      if (!isAllowed(url, i)) {
        return escaped(url);
      }
    }
    return url;
  }

  private static boolean isAllowed(String url, int at) {
    char c = url.charAt(at);
    if (c == '%') {
      return isHex(url, at + 1) && isHex(url, at + 2);
    }
    return isPlain(c);
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || ALLOWED.indexOf(c) >= 0;
  }

  private static boolean isHex(String url, int at) {
    return at < url.length() && Character.digit(url.charAt(at), 16) >= 0;
  }

  private static String escaped(String url) {
    var safe = new StringBuilder(url.length() + 16);
    for (int i = 0; i < url.length(); i++) {
      if (isAllowed(url, i)) {
        safe.append(url.charAt(i));
      } else {
        for (byte one : url.substring(i, i + 1).getBytes(StandardCharsets.UTF_8)) {
          safe.append('%').append("%02X".formatted(one & 0xff));
        }
      }
    }
    return safe.toString();
  }
}
