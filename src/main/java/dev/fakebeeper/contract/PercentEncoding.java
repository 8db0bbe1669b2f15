package dev.fakebeeper.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes percent-encoded UTF-8 once. Unlike {@link java.net.URLDecoder} it refuses bytes that are
 * not UTF-8, leaves {@code +} alone in a path, and never throws: what is broken decodes to null.
 */
final class PercentEncoding {
  private PercentEncoding() {}

  /** Decodes a path segment, where {@code +} is a plus; null when the encoding is broken. */
  static @Nullable String decodePathOrNull(String raw) {
    return raw.indexOf('%') < 0 ? raw : decodeEscapesOrNull(raw);
  }

  /** Decodes a name or a value of a query or form, where {@code +} is a space; null as above. */
  static @Nullable String decodeQueryOrNull(String raw) {
    return decodePathOrNull(raw.indexOf('+') < 0 ? raw : raw.replace('+', ' '));
  }

  private static @Nullable String decodeEscapesOrNull(String raw) {
    var bytes = ByteBuffer.allocate(raw.length() * 3);
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '%') {
        int value = i + 2 < raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
        if (value < 0) {
          return null;
        }
        bytes.put((byte) value);
        i += 3;
      } else {
        int next = raw.offsetByCodePoints(i, 1);
        bytes.put(raw.substring(i, next).getBytes(StandardCharsets.UTF_8));
        i = next;
      }
    }
    return utf8OrNull(bytes.flip());
  }

  private static int hex(char high, char low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h * 16 + l;
  }

  private static @Nullable String utf8OrNull(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return null; // the caller reports the raw text, which says more than this exception
    }
  }
}
