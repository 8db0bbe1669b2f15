package dev.fakebeeper.recording;

import dev.fakebeeper.contract.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for URLs that mean the same: clients differ in what they percent-encode and in the
 * order of query parameters, and a recording made with one is replayed with another. Bare stands
 * what may stand bare (RFC 3986), as the official JavaScript SDK has it; all else is encoded, in
 * upper case. The values of one repeated parameter keep their order. What is no percent-encoding is
 * left as it is.
 */
public final class UrlSpelling {
  private static final String UNRESERVED = "-._~";
  private static final String OF_PATH = UNRESERVED + "/!$&'()*+,;=:@";
  private static final String OF_QUERY = UNRESERVED + "!$'()*,;:@?";

  private UrlSpelling() {}

  /** A request with its URL spelled so; headers and body are the same. */
  public static ApiRequest of(ApiRequest request) {
    return new ApiRequest(
        request.method(),
        path(request.rawPath()),
        query(request.rawQuery()),
        request.headers(),
        request.body(),
        request.parts());
  }

  /** A path with a query, or without. */
  public static String url(String url) {
    int mark = url.indexOf('?');
    return mark < 0
        ? path(url)
        : path(url.substring(0, mark)) + "?" + query(url.substring(mark + 1));
  }

  /** A path. */
  public static String path(String path) {
    return spelled(path, OF_PATH);
  }

  private static @Nullable String query(@Nullable String query) {
    if (query == null) {
      return null;
    }
    var pairs = new ArrayList<Pair>();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        pairs.add(Pair.of(pair));
      }
    }
    pairs.sort(Comparator.comparing(Pair::name));
    return pairs.isEmpty()
        ? null
        : pairs.stream().map(pair -> pair.name + "=" + pair.value).collect(Collectors.joining("&"));
  }

  private record Pair(String name, String value) {
    static Pair of(String pair) {
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      return new Pair(part(name), part(value));
    }

    /** A plus is a space in a query. */
    private static String part(String text) {
      return spelled(text.replace("+", "%20"), OF_QUERY);
    }
  }

  private static String spelled(String text, String bare) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var spelled = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = escaped(bytes, i);
      if (escaped >= 0) {
        append(spelled, escaped, bare.replace("/", "")); // an encoded slash is part of a segment
        i += 2;
      } else {
        append(spelled, bytes[i] & 0xff, bare + "%");
      }
    }
    return spelled.toString();
  }

  private static void append(StringBuilder spelled, int value, String bare) {
    if (isBare(value, bare)) {
      spelled.append((char) value);
    } else {
      spelled.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) value));
    }
  }

  private static boolean isBare(int value, String bare) {
    return (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || (value >= '0' && value <= '9')
        || bare.indexOf(value) >= 0;
  }

  /** The byte that an escape means; -1 when it is none. */
  private static int escaped(byte[] bytes, int at) {
    if (bytes[at] != '%' || at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
