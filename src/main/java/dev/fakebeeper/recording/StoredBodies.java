package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bodies in mappings, in the members that WireMock has for them: {@code jsonBody}, {@code body},
 * {@code base64Body}, {@code bodyFileName}. What is written is read back byte for byte.
 */
record StoredBodies(Path folder, Storage storage) {
  static final String FILES = "__files";
  private static final String JSON = "jsonBody";
  private static final String TEXT = "body";
  private static final String BASE64 = "base64Body";
  private static final String FILE = "bodyFileName";

  /** Where bodies with a file of their own go. */
  @FunctionalInterface
  interface Storage {
    /** Puts a file in place, by its name relative to the folder. */
    void put(String name, byte[] content) throws IOException;
  }

  /** For reading only. */
  static StoredBodies in(Path folder) {
    return new StoredBodies(
        folder,
        (name, content) -> {
          throw new IOException("a folder that is read is not written to");
        });
  }

  /** Larger bodies have a file of their own, so that a mapping stays readable. */
  private static final int LARGEST_INLINE = 64 * 1024;

  /**
   * Writes a body into a mapping, or beside it.
   *
   * @param name of the file, without its ending
   */
  void write(ObjectNode owner, byte[] body, @Nullable String contentType, String name)
      throws IOException {
    if (body.length == 0) {
      return;
    }
    var text = textOrNull(body);
    if (text == null || body.length > LARGEST_INLINE) {
      var fileName = name + ending(contentType, text != null);
      storage.put(FILES + "/" + fileName, body);
      owner.put(FILE, fileName);
      return;
    }
    var tree = sameJson(body);
    tree.ifPresentOrElse(json -> owner.set(JSON, json), () -> owner.put(TEXT, text));
  }

  /** The tree of a body that is JSON and would be written with the very same bytes. */
  static Optional<JsonNode> sameJson(byte[] body) {
    try {
      var tree = Json.mapper().readTree(body);
      return tree.isContainerNode() && Arrays.equals(Json.bytes(tree), body)
          ? Optional.of(tree)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // then it is text
    }
  }

  /** The body in UTF-8, null when it is something else. */
  static @Nullable String textOrNull(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String ending(@Nullable String contentType, boolean isText) {
    var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("json")) {
      return ".json";
    }
    return isText ? ".txt" : ".bin";
  }

  /** Whether there is a body in a mapping. */
  static boolean isIn(JsonNode owner) {
    return owner.has(JSON) || owner.has(TEXT) || owner.has(BASE64) || owner.has(FILE);
  }

  /**
   * The body of a mapping, empty when it has none.
   *
   * @throws UnreadableException when its file is not there or its text is no base64
   */
  byte[] read(JsonNode owner) throws UnreadableException {
    if (owner.has(JSON)) {
      return Json.bytes(owner.path(JSON));
    }
    if (owner.has(TEXT)) {
      return owner.path(TEXT).asText().getBytes(StandardCharsets.UTF_8);
    }
    if (owner.has(BASE64)) {
      return decoded(owner.path(BASE64).asText());
    }
    return owner.has(FILE) ? content(owner.path(FILE).asText()) : new byte[0];
  }

  private static byte[] decoded(String base64) throws UnreadableException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(BASE64, "is no base64: " + e.getMessage());
    }
  }

  private byte[] content(String fileName) throws UnreadableException {
    var files = folder.resolve(FILES).normalize();
    var file = files.resolve(fileName).normalize();
    if (!file.startsWith(files)) {
      throw new UnreadableException(FILE, "(%s) leads out of %s".formatted(fileName, FILES));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableException(
          FILE, "names %s/%s, which cannot be read (%s)".formatted(FILES, fileName, e));
    }
  }
}
