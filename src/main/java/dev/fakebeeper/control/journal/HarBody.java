package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Json;
import java.nio.charset.StandardCharsets;

/** Bodies as an HTTP archive has them. Bytes that are no text are told by their length alone. */
final class HarBody {
  private HarBody() {}

  /**
   * What a client posted: the fields of a form, else text.
   *
   * @param body the body as the journal describes it
   */
  static ObjectNode posted(Exchange exchange, ObjectNode body, Redaction redaction) {
    var posted =
        HarExchange.object()
            .put("mimeType", exchange.request().headers().first("Content-Type").orElse(""));
    var params = posted.putArray("params");
    if (RequestBody.isForm(exchange.request())) {
      params.addAll(HarExchange.pairs(body.path("text").asText("")));
    }
    for (var part : exchange.request().parts()) {
      var param = params.addObject().put("name", part.name());
      if (RequestBody.isFile(part)) {
        param.put("fileName", part.fileName());
      } else {
        param.put("value", redaction.value(part.name(), RequestBody.text(part)));
      }
      if (part.contentType() != null) {
        param.put("contentType", part.contentType());
      }
    }
    return posted.put("text", params.isEmpty() ? text(body) : "");
  }

  private static String text(ObjectNode body) {
    return body.has("json") ? body.path("json").toString() : body.path("text").asText("");
  }

  /** What the client got. */
  static ObjectNode content(Body body, Redaction redaction) {
    var described = BodyJson.of(body, redaction);
    if (described.isEmpty()) {
      return HarExchange.object().put("size", 0).put("mimeType", "x-unknown");
    }
    var json = described.get();
    var content = HarExchange.object();
    var mimeType = json.path("mediaType").asText("");
    if (body instanceof Body.Stream stream) {
      return content.put("size", stream.length()).put("mimeType", mimeType);
    }
    var text = text(json);
    return content.put("size", size(body, text)).put("mimeType", mimeType).put("text", text);
  }

  /** A masked text is not as long as what was sent. */
  private static long size(Body body, String shown) {
    return body instanceof Body.Json json
        ? Json.bytes(json.tree()).length
        : shown.getBytes(StandardCharsets.UTF_8).length;
  }
}
