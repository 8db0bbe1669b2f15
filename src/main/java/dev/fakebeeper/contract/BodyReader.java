package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads and checks the request bodies of one media type. Safe for use by many threads. */
interface BodyReader {

  /** The body as JSON, null when it cannot be read or is of a kind that has no JSON form. */
  @Nullable JsonNode read(ApiRequest request, MediaType type, Findings findings);

  /** The reader for a media type. */
  static BodyReader of(MediaRule rule, CompiledSchemas rules) {
    if (rule.type().isForm()) {
      return new FormReader(rule, rules);
    }
    if (rule.type().isMultipart()) {
      return new MultipartReader(rule, rules);
    }
    if (rule.type().isText()) {
      return (request, type, findings) ->
          TextNode.valueOf(new String(request.body(), StandardCharsets.UTF_8));
    }
    return rule.type().isJson() ? new JsonReader(rule, rules) : (request, type, findings) -> null;
  }
}
