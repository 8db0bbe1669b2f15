package dev.fakebeeper.control.lift;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The body of a recorded request as bytes; a recording may keep only the parts of a multipart. */
final class SentBody {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private SentBody() {}

  static byte[] of(ApiRequest request) {
    if (request.body().length > 0 || request.parts().isEmpty()) {
      return request.body();
    }
    var out = new ByteArrayOutputStream();
    var mark = "--" + boundary(request);
    for (var part : request.parts()) {
      out.writeBytes(utf8(mark + head(part)));
      out.writeBytes(part.content());
      out.writeBytes(utf8("\r\n"));
    }
    out.writeBytes(utf8(mark + "--\r\n"));
    return out.toByteArray();
  }

  /** The media type of the body, with the boundary that it is written with. */
  static String contentType(ApiRequest request) {
    var declared = request.headers().first("Content-Type").orElse("");
    return request.parts().isEmpty() || BOUNDARY.matcher(declared).find()
        ? declared
        : "multipart/form-data; boundary=" + boundary(request);
  }

  private static String boundary(ApiRequest request) {
    var declared = BOUNDARY.matcher(request.headers().first("Content-Type").orElse(""));
    if (!declared.find()) {
      return "fake-beeper-part";
    }
    return declared.group(1) == null ? declared.group(2) : declared.group(1);
  }

  private static String head(BodyPart part) {
    var file = part.fileName() == null ? "" : "; filename=\"" + quoted(part.fileName()) + '"';
    var type = part.contentType() == null ? "" : "Content-Type: " + part.contentType() + "\r\n";
    return "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n%s\r\n"
        .formatted(quoted(part.name()), file, type);
  }

  /** As browsers do it (WHATWG). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
