package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads form bodies as the objects they stand for, each field typed by its property. */
final class FormReader implements BodyReader {
  private final SchemaRule schema;
  private final Place place;
  private final Map<String, ParameterRule> fields;

  FormReader(MediaRule media, CompiledSchemas rules) {
    schema = rules.request(media.schema());
    place = media.place();
    fields = fields(schema, rules);
  }

  /** The properties of a form by name. */
  static Map<String, ParameterRule> fields(SchemaRule form, CompiledSchemas rules) {
    var fields = new HashMap<String, ParameterRule>();
    for (var property : form.shape().properties()) {
      fields.putIfAbsent(property.name(), ParameterRule.ofField(property, rules));
    }
    return fields;
  }

  /** The value of the texts of a field; text when no property has its name. */
  static JsonNode value(Map<String, ParameterRule> fields, String name, List<String> texts) {
    var rule = fields.get(name);
    return rule == null
        ? JsonNodeFactory.instance.textNode(texts.get(0))
        : rule.readUnchecked(texts);
  }

  @Override
  public JsonNode read(ApiRequest request, MediaType type, Findings findings) {
    var text = QueryText.parse(new String(request.body(), StandardCharsets.UTF_8));
    var body = JsonNodeFactory.instance.objectNode();
    text.values().forEach((name, texts) -> body.set(name, value(fields, name, texts)));
    var broken = new HashMap<String, Violation>();
    text.broken().forEach((name, pair) -> addBroken(name, pair, broken));
    findings.violations().addAll(broken.values());
    for (var violation : schema.violations(body, Site.REQUEST_BODY)) {
      if (!broken.containsKey(violation.pointer())) { // one violation for one fault
        findings.violations().add(violation);
      }
    }
    UnknownMembers.find(schema, body, findings);
    return body;
  }

  private void addBroken(String name, String pair, Map<String, Violation> broken) {
    var site = Site.REQUEST_BODY.at("/" + Pointers.escape(name));
    var rule = fields.get(name);
    var told = rule == null ? ComplaintWords.quoted(pair) : rule.told(pair);
    broken.put(site.prefix(), site.violation(Kind.ENCODING, "percent-encoded UTF-8", told, place));
  }
}
