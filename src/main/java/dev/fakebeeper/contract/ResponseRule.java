package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Violation.Where;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One declared answer of an operation. Safe for use by many threads. */
final class ResponseRule {
  private final Place place;
  private final List<MediaRule> media;
  private final @Nullable MediaRule json;
  private final Map<String, JsonBodyRule> bodies = new HashMap<>();
  private final List<Place> requiredHeaders;

  ResponseRule(Place response, CompiledSchemas rules) {
    place = response;
    media = MediaRule.of(response.child("content"));
    json = MediaRule.json(media).orElse(null);
    media.stream()
        .filter(rule -> rule.type().isJson() && rule.schema().exists())
        .forEach(rule -> bodies.put(rule.type().name(), new JsonBodyRule(rule.schema(), rules)));
    requiredHeaders =
        response.child("headers").children().stream()
            .filter(header -> header.follow().node().path("required").asBoolean())
            .toList();
  }

  List<Violation> violations(ApiResponse response) {
    var ofBody = ofBody(response.body());
    return requiredHeaders.isEmpty() ? ofBody : withHeaders(response.headers(), ofBody);
  }

  private List<Violation> withHeaders(HttpHeaders headers, List<Violation> ofBody) {
    var all = new ArrayList<>(ofBody);
    for (var header : requiredHeaders) {
      if (headers.first(header.name()).isEmpty()) {
        var site = new Site(Where.RESPONSE_HEADER, header.name());
        all.add(site.violation(Kind.MISSING, "this header", "nothing", header));
      }
    }
    return all;
  }

  private List<Violation> ofBody(Body body) {
    if (body instanceof Body.Empty) {
      return media.isEmpty() ? List.of() : List.of(missing());
    }
    if (media.isEmpty()) {
      return List.of(unwanted(body));
    }
    if (body instanceof Body.Text text) {
      return ofText(text);
    }
    if (body instanceof Body.Stream stream) {
      return stream.contentType().isEmpty() ? List.of() : ofType(stream.contentType());
    }
    if (json == null) {
      return List.of(mediaType("application/json"));
    }
    var rule = bodies.get(json.type().name());
    return rule == null ? List.of() : rule.violations(body);
  }

  private List<Violation> ofType(String contentType) {
    return MediaRule.find(media, MediaType.parse(contentType)).isPresent()
        ? List.of()
        : List.of(mediaType(contentType));
  }

  /** JSON that came as text (from a stub, say) is held against the schema all the same. */
  private List<Violation> ofText(Body.Text text) {
    var rule = MediaRule.find(media, MediaType.parse(text.contentType()));
    if (rule.isEmpty()) {
      return List.of(mediaType(text.contentType()));
    }
    var schema = bodies.get(rule.get().type().name());
    if (schema == null) {
      return List.of();
    }
    try {
      return schema.violations(new Body.Json(Json.mapper().readTree(text.text())));
    } catch (IOException e) {
      return List.of(
          Site.RESPONSE_BODY.violation(
              Kind.MALFORMED, "one JSON value", e.getMessage(), rule.get().place()));
    }
  }

  /** Every difference of an answer, the members that nobody described among them. */
  List<Difference> differences(ApiResponse response) {
    var findings = new Findings();
    findings.violations().addAll(violations(response));
    var schema = schemaOf(response.body());
    var tree = JsonBody.tree(response.body());
    if (schema.isPresent() && tree.isPresent()) {
      UnknownMembers.find(schema.get(), tree.get(), Site.RESPONSE_BODY, findings);
    }
    return Differences.of(findings, schema.orElse(null), Site.RESPONSE_BODY);
  }

  /** The schema of the JSON in a body, empty when none is declared for it. */
  Optional<SchemaRule> schemaOf(Body body) {
    var declared =
        body instanceof Body.Text text
            ? MediaRule.find(media, MediaType.parse(text.contentType()))
            : Optional.ofNullable(json);
    return declared.map(rule -> bodies.get(rule.type().name())).map(JsonBodyRule::whole);
  }

  private Violation missing() {
    return Site.RESPONSE_BODY.violation(Kind.MISSING, MediaRule.describe(media), "nothing", place);
  }

  private Violation unwanted(Body body) {
    return Site.RESPONSE_BODY.violation(
        Kind.NOT_ALLOWED, "no body", body.getClass().getSimpleName(), place);
  }

  private Violation mediaType(String got) {
    return Site.RESPONSE_CONTENT_TYPE.violation(
        Kind.MEDIA_TYPE, MediaRule.describe(media), got, place);
  }
}
