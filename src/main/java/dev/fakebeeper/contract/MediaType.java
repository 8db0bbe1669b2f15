package dev.fakebeeper.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * A media type as in a Content-Type header.
 *
 * @param name type and subtype in lower case, such as {@code application/json}
 * @param charset the charset parameter as written, empty when there is none
 */
record MediaType(String name, String charset) {

  /** Reads a header value; whatever it is, some media type comes out. */
  static MediaType parse(String header) {
    int semicolon = header.indexOf(';');
    if (semicolon < 0) {
      return new MediaType(header.strip().toLowerCase(Locale.ROOT), "");
    }
    var name = header.substring(0, semicolon).strip().toLowerCase(Locale.ROOT);
    return new MediaType(name, charset(header.substring(semicolon + 1)).orElse(""));
  }

  private static Optional<String> charset(String parameters) {
    for (var parameter : parameters.split(";", -1)) {
      var pair = parameter.split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
        return Optional.of(pair[1].strip().replace("\"", ""));
      }
    }
    return Optional.empty();
  }

  boolean isJson() {
    return name.equals("application/json") || name.endsWith("+json");
  }

  boolean isForm() {
    return name.equals("application/x-www-form-urlencoded");
  }

  boolean isMultipart() {
    return name.equals("multipart/form-data");
  }

  boolean isText() {
    return name.startsWith("text/");
  }

  /** Whether this type, which may be a range such as {@code image/*}, takes in the other. */
  boolean covers(MediaType other) {
    return name.equals("*/*")
        || name.equals(other.name)
        || (name.endsWith("/*") && other.name.startsWith(name.substring(0, name.length() - 1)));
  }
}
