package dev.fakebeeper.recording.har;

import dev.fakebeeper.recording.har.HarEntry.Content;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as archives hold them, both ways: text as it is, anything else in base64. */
final class Text {
  private static final String BASE64 = "base64";

  private Text() {}

  static Content of(byte[] bytes) {
    if (bytes.length == 0) {
      return Content.NONE;
    }
    try {
      return Content.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Content(Base64.getEncoder().encodeToString(bytes), BASE64);
    }
  }

  /**
   * The bytes of a text.
   *
   * @throws IllegalArgumentException when it is not what its encoding says
   */
  static byte[] bytes(String text, String encoding) {
    return switch (encoding) {
      case "" -> text.getBytes(StandardCharsets.UTF_8);
      case BASE64 -> Base64.getMimeDecoder().decode(text);
      default -> throw new IllegalArgumentException("unknown encoding " + encoding);
    };
  }
}
