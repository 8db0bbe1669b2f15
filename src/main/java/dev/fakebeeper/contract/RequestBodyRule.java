package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of the requests of one operation. Safe for use by many threads.
 *
 * <p>Lenient where the real server is: a body without a Content-Type is read as JSON when the
 * operation takes JSON, and noted as a warning; a request without a body is good whenever the body
 * is optional, whatever its Content-Type says.
 */
final class RequestBodyRule {
  private final boolean required;
  private final Place place;
  private final List<MediaRule> media;
  private final Map<String, BodyReader> readers = new HashMap<>();

  RequestBodyRule(Place body, CompiledSchemas rules) {
    place = body;
    required = body.node().path("required").asBoolean();
    media = MediaRule.of(body.child("content"));
    media.forEach(rule -> readers.put(rule.type().name(), BodyReader.of(rule, rules)));
  }

  /** Reads and checks the body; null when there is none or it cannot be read. */
  @Nullable JsonNode check(ApiRequest request, Findings findings) {
    if (request.body().length == 0 && request.parts().isEmpty()) {
      if (required) {
        findings.violations().add(absence());
      }
      return null;
    }
    var header = request.headers().first("Content-Type").filter(text -> !text.isBlank());
    var type = MediaType.parse(header.orElse("application/json"));
    var rule = header.isPresent() ? MediaRule.find(media, type) : MediaRule.json(media);
    if (rule.isEmpty()) {
      findings.violations().add(mediaType(header));
      return null;
    }
    if (header.isEmpty()) {
      findings.warnings().add(mediaType(header));
    }
    var reader = readers.get(rule.get().type().name());
    return reader == null ? null : reader.read(request, type, findings);
  }

  private Violation absence() {
    var schema = media.isEmpty() ? place : media.get(0).schema();
    return Site.REQUEST_BODY.violation(
        Kind.MISSING, SchemaWords.describe(schema), "nothing", place);
  }

  private Violation mediaType(Optional<String> header) {
    return Site.CONTENT_TYPE.violation(
        Kind.MEDIA_TYPE,
        MediaRule.describe(media),
        header.orElse("nothing"),
        place.child("content"));
  }
}
