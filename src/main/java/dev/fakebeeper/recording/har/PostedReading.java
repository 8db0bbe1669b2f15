package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was posted. Some write the fields of a form, some the text, some both.
 *
 * @param bytes the body; empty when it is multipart, whose parts hold it
 * @param parts the parts of a multipart body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record PostedReading(byte[] bytes, List<BodyPart> parts) {

  static PostedReading of(JsonNode posted, HttpHeaders headers, String place)
      throws MisreadException {
    try {
      var declared = posted.path("mimeType").asText();
      return read(posted, headers.first("Content-Type").orElse(declared));
    } catch (IllegalArgumentException e) {
      throw new MisreadException(place, "the text is not what its encoding says", e);
    }
  }

  private static PostedReading read(JsonNode posted, String type) {
    var bytes = bytes(posted, "text");
    var params = posted.path("params");
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return new PostedReading(
          new byte[0], params.isEmpty() ? RawParts.of(bytes, type) : parts(params));
    }
    return new PostedReading(bytes.length == 0 ? form(params) : bytes, List.of());
  }

  private static byte[] bytes(JsonNode holder, String member) {
    return Text.bytes(
        holder.path(member).asText(),
        holder.path("_encoding").asText(holder.path("encoding").asText()));
  }

  private static List<BodyPart> parts(JsonNode params) {
    var parts = new ArrayList<BodyPart>();
    for (var param : params) {
      parts.add(
          new BodyPart(
              param.path("name").asText(),
              text(param, "fileName"),
              text(param, "contentType"),
              bytes(param, "value")));
    }
    return parts;
  }

  private static @Nullable String text(JsonNode param, String member) {
    return param.path(member).isTextual() ? param.path(member).textValue() : null;
  }

  private static byte[] form(JsonNode params) {
    return StreamSupport.stream(params.spliterator(), false)
        .map(one -> encoded(one, "name") + "=" + encoded(one, "value"))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(JsonNode param, String member) {
    return URLEncoder.encode(param.path(member).asText(), StandardCharsets.UTF_8);
  }
}
