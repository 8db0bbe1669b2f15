package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies. */
final class JsonReader implements BodyReader {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  private final MediaRule media;
  private final SchemaRule schema;

  JsonReader(MediaRule media, CompiledSchemas rules) {
    this.media = media;
    schema = rules.request(media.schema());
  }

  @Override
  public @Nullable JsonNode read(ApiRequest request, MediaType type, Findings findings) {
    var body = parse(request.body(), type, findings);
    if (body != null) {
      var violations = schema.violations(body, Site.REQUEST_BODY);
      findings.violations().addAll(violations);
      UnknownMembers.find(schema, body, findings);
    }
    return body;
  }

  private @Nullable JsonNode parse(byte[] body, MediaType type, Findings findings) {
    try {
      var tree =
          type.charset().isEmpty() || type.charset().equalsIgnoreCase("utf-8")
              ? Json.mapper().readTree(body)
              : Json.mapper().readTree(new String(body, Charset.forName(type.charset())));
      if (!tree.isMissingNode()) {
        return tree;
      }
      findings.violations().add(malformed("only white space"));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      findings.violations().add(malformed(position(at) + told(e.getOriginalMessage())));
    } catch (IOException e) {
      findings.violations().add(malformed(e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.violations().add(charset(type)); // no such charset
    }
    return null;
  }

  /** The parser quotes what it cannot read; where secrets are sent, that may be one. */
  private String told(String problem) {
    var hasSecrets =
        schema.shape().properties().stream().map(Place::follow).anyMatch(TextSchemas::isSecret);
    return hasSecrets ? QUOTED.matcher(problem).replaceAll("'…'") : problem;
  }

  private static String position(@Nullable JsonLocation at) {
    return at == null ? "" : "at line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
  }

  private Violation malformed(@Nullable String problem) {
    return Site.REQUEST_BODY.violation(Kind.MALFORMED, "one JSON value", problem, media.place());
  }

  private Violation charset(MediaType type) {
    return Site.CONTENT_TYPE.violation(
        Kind.MEDIA_TYPE,
        "a known charset",
        type.charset(),
        media.place(),
        "Send " + StandardCharsets.UTF_8 + ".");
  }
}
