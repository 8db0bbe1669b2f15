package dev.fakebeeper.stubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives the bytes of an answer the kind of body that the contract can check best. */
final class StubBody {
  private static final String JSON = "application/json";

  private StubBody() {}

  /** The same bytes on the wire, whatever kind it is. */
  static Body of(String contentType, byte[] bytes) {
    if (bytes.length == 0) {
      return new Body.Empty();
    }
    if (contentType.equals(JSON) && isJson(bytes)) {
      return new Body.Fragment(JsonFragment.ofBytes(bytes));
    }
    var text = isText(contentType) ? textOrNull(bytes) : null;
    return text == null
        ? new Body.Stream(contentType, bytes.length, () -> new ByteArrayInputStream(bytes))
        : new Body.Text(contentType, text);
  }

  /** What says nothing of itself is taken for text, so that the contract objects to that. */
  private static boolean isText(String contentType) {
    var type = contentType.toLowerCase(Locale.ROOT);
    return type.isEmpty() || type.startsWith("text/") || type.contains("json");
  }

  private static boolean isJson(byte[] bytes) {
    try {
      return !Json.mapper().readTree(bytes).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError("bytes can be read", e);
    }
  }

  private static @Nullable String textOrNull(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null; // then it is no text
    }
  }
}
