package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.har.HarEntry.Content;
import dev.fakebeeper.recording.har.HarEntry.Param;
import dev.fakebeeper.recording.har.HarEntry.Posted;
import dev.fakebeeper.recording.har.Pairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Bodies as an HTTP archive has them. Bytes that are no text are told by their length alone. */
final class HarBody {
  private HarBody() {}

  /** What the client got. */
  record Got(String mimeType, long size, Content text) {}

  /**
   * What a client posted: the fields of a form, else text.
   *
   * @param body the body as the journal describes it
   */
  static Posted posted(Exchange exchange, ObjectNode body, Redaction redaction) {
    var params = new ArrayList<Param>();
    if (RequestBody.isForm(exchange.request())) {
      Pairs.of(body.path("text").asText(""))
          .forEach(
              pair -> params.add(new Param(pair.name(), Content.of(pair.value()), null, null)));
    }
    exchange.request().parts().forEach(part -> params.add(param(part, redaction)));
    return new Posted(
        exchange.request().headers().first("Content-Type").orElse(""),
        params,
        params.isEmpty() ? Content.of(text(body)) : Content.NONE);
  }

  private static Param param(BodyPart part, Redaction redaction) {
    var value =
        RequestBody.isFile(part)
            ? null
            : Content.of(redaction.value(part.name(), RequestBody.text(part)));
    return new Param(part.name(), value, part.fileName(), part.contentType());
  }

  private static String text(ObjectNode body) {
    return body.has("json") ? body.path("json").toString() : body.path("text").asText("");
  }

  static Got content(Body body, Redaction redaction) {
    var described = BodyJson.of(body, redaction);
    if (described.isEmpty()) {
      return new Got("x-unknown", 0, Content.NONE);
    }
    var json = described.get();
    var mimeType = json.path("mediaType").asText("");
    if (body instanceof Body.Stream stream) {
      return new Got(mimeType, stream.length(), Content.NONE);
    }
    var text = text(json);
    return new Got(mimeType, size(body, text), Content.of(text));
  }

  /** A masked text is not as long as what was sent. */
  private static long size(Body body, String shown) {
    return body instanceof Body.Json json
        ? Json.bytes(json.tree()).length
        : shown.getBytes(StandardCharsets.UTF_8).length;
  }
}
