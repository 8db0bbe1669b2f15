package dev.fakebeeper.recording.har;

import dev.fakebeeper.contract.BodyPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a multipart body apart that an archive holds as text (RFC 7578). Archives hold no bytes
 * there that are no text, so a file that was none is already spoilt.
 */
final class RawParts {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = parameter("name");
  private static final Pattern FILE = parameter("filename");
  private static final Pattern TYPE = Pattern.compile("(?mi)^content-type:\\s*(.+?)\\s*$");

  private RawParts() {}

  private static Pattern parameter(String name) {
    return Pattern.compile("(?i)[;\\s]" + name + "=\"([^\"]*)\"");
  }

  /** The parts; none when the body is not what its type says. */
  static List<BodyPart> of(byte[] body, String contentType) {
    var boundary = BOUNDARY.matcher(contentType);
    var parts = new ArrayList<BodyPart>();
    if (!boundary.find()) {
      return parts;
    }
    var mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    var text = "\r\n" + new String(body, StandardCharsets.UTF_8);
    for (var piece : text.split(Pattern.quote("\r\n" + mark), -1)) {
      var head = piece.indexOf("\r\n\r\n");
      if (head > 0) {
        part(piece.substring(0, head), piece.substring(head + 4)).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static Optional<BodyPart> part(String head, String content) {
    return first(NAME, head)
        .map(
            name ->
                new BodyPart(
                    name,
                    first(FILE, head).orElse(null),
                    first(TYPE, head).orElse(null),
                    content.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
