package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.JsonBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes bodies: JSON as it is, text as text, anything else by its media type, its length and a
 * digest of its beginning.
 */
final class BodyJson {
  private BodyJson() {}

  /** The body of a request; nothing when it has none. */
  static Optional<ObjectNode> of(Exchange exchange, Redaction redaction) {
    var request = exchange.request();
    if (exchange.requestBytes() == 0) {
      return Optional.empty();
    }
    var body = described(RequestBody.mediaType(request)).put("bytes", exchange.requestBytes());
    if (exchange.isCut()) {
      body.put("keptBytes", request.body().length);
    }
    if (!request.parts().isEmpty()) {
      var parts = body.putArray("parts");
      request.parts().forEach(part -> parts.add(part(part, redaction)));
      return Optional.of(body);
    }
    var tree = RequestBody.isForm(request) ? null : RequestBody.tree(exchange);
    if (tree != null && !tree.isMissingNode()) {
      body.set("json", redaction.request(tree));
      return Optional.of(body);
    }
    return Optional.of(addText(body, request.body(), redaction, RequestBody.isForm(request)));
  }

  private static ObjectNode described(String mediaType) {
    var body = JsonNodeFactory.instance.objectNode();
    return mediaType.isEmpty() ? body : body.put("mediaType", mediaType);
  }

  private static ObjectNode addText(
      ObjectNode body, byte[] bytes, Redaction redaction, boolean isForm) {
    var text = textOrNull(bytes);
    if (isForm && text != null) {
      return body.put("text", redaction.pairs(text));
    }
    if (redaction.isAllSecret()) {
      return body;
    }
    return text == null
        ? body.put("sha256Of4096", digest(bytes))
        : body.put("text", redaction.text(text));
  }

  private static ObjectNode part(BodyPart part, Redaction redaction) {
    var json = JsonNodeFactory.instance.objectNode().put("name", part.name());
    if (part.fileName() != null) {
      json.put("fileName", part.fileName());
    }
    if (part.contentType() != null) {
      json.put("mediaType", part.contentType());
    }
    json.put("bytes", part.content().length);
    return RequestBody.isFile(part)
        ? json.put("sha256Of4096", digest(part.content()))
        : json.put("text", redaction.value(part.name(), RequestBody.text(part)));
  }

  /** The body of an answer; nothing when it has none. */
  static Optional<ObjectNode> of(Body body, Redaction redaction) {
    if (body instanceof Body.Empty) {
      return Optional.empty();
    }
    if (body instanceof Body.Stream stream) {
      return Optional.of(described(stream.contentType()).put("bytes", stream.length()));
    }
    if (body instanceof Body.Text text) {
      return Optional.of(described(text.contentType()).put("text", redaction.text(text.text())));
    }
    JsonNode tree = JsonBody.tree(body).orElseThrow();
    ObjectNode json = described("application/json");
    json.set("json", redaction.answer(tree));
    return Optional.of(json);
  }

  private static @Nullable String textOrNull(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null; // then it is no text
    }
  }

  private static String digest(byte[] bytes) {
    try {
      var start =
          bytes.length > Exchange.KEPT_BYTES ? Arrays.copyOf(bytes, Exchange.KEPT_BYTES) : bytes;
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(start));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
