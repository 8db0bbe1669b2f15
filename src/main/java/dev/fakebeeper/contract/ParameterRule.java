package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Violation.Where;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One declared parameter of an operation, or one field of a form. Safe for use by many threads. */
final class ParameterRule {
  /** A schema with nothing but these lets every text pass, so it need not be asked. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("type", "title", "description", "default", "example", "examples", "deprecated");

  private final String name;
  private final Site site;
  private final boolean required;
  private final Place place;
  private final SchemaRule schema;
  private final TextForm form;
  private final boolean trivial;
  private final @Nullable JsonNode defaultValue;

  private ParameterRule(String name, Site site, boolean required, Place place, SchemaRule schema) {
    this.name = name;
    this.site = site;
    this.required = required;
    this.place = place;
    this.schema = schema;
    form = TextForm.of(schema.schema());
    trivial = form.isAnyText() && !form.isArray() && isTrivial(schema.schema().node());
    var value = schema.schema().node().path("default");
    defaultValue = value instanceof MissingNode ? null : value;
  }

  /** The rule of a parameter object. */
  static ParameterRule ofParameter(Place parameter, CompiledSchemas rules) {
    var where =
        switch (parameter.text("in")) {
          case "path" -> Where.PATH;
          case "header" -> Where.HEADER;
          default -> Where.QUERY;
        };
    var name = parameter.text("name");
    return new ParameterRule(
        name,
        new Site(where, name),
        parameter.node().path("required").asBoolean(),
        parameter,
        rules.request(schemaOf(parameter)));
  }

  /** The rule of a property of a form, whose presence the schema of the form decides. */
  static ParameterRule ofField(Place property, CompiledSchemas rules) {
    return new ParameterRule(
        property.name(),
        Site.REQUEST_BODY.at("/" + Pointers.escape(property.name())),
        false,
        property,
        rules.request(property));
  }

  /** The schema of the values of a parameter object. */
  static Place schemaOf(Place parameter) {
    var content = parameter.child("content").children();
    return content.isEmpty() ? parameter.child("schema") : content.get(0).child("schema");
  }

  private static boolean isTrivial(JsonNode schema) {
    for (var keyword : (Iterable<String>) schema::fieldNames) {
      if (!WITHOUT_EFFECT.contains(keyword) && !keyword.startsWith("x-")) {
        return false;
      }
    }
    return true;
  }

  String name() {
    return name;
  }

  /** What may be told of a value that cannot be read: nothing of a secret. */
  String told(String raw) {
    return TextSchemas.isSecret(schema.schema()) ? "a secret (string)" : ComplaintWords.quoted(raw);
  }

  boolean isRequired() {
    return required;
  }

  /** The value that counts when the parameter is absent, null when there is none. */
  @Nullable JsonNode defaultOrNull() {
    return defaultValue;
  }

  /** The violation of leaving the parameter out, null when that is allowed. */
  @Nullable Violation absenceOrNull() {
    return required
        ? site.violation(Kind.MISSING, SchemaWords.describe(schema.schema()), "nothing", place)
        : null;
  }

  /**
   * The value of the given texts.
   *
   * @param violations gets what they break
   * @return the value, null when it breaks something
   */
  @Nullable JsonNode read(List<String> texts, List<Violation> violations) {
    if (texts.size() > 1 && !form.isArray()) {
      violations.add(
          site.violation(Kind.TYPE, "one value", texts.size() + " values", place, "Send it once."));
      return null;
    }
    var value = form.isArray() ? form.readAll(texts) : form.read(texts.get(0));
    if (trivial) {
      return value;
    }
    var broken = schema.violations(value, site);
    violations.addAll(broken);
    return broken.isEmpty() ? value : null;
  }

  /** The value of the given texts, unchecked: the schema of the whole form judges it. */
  JsonNode readUnchecked(List<String> texts) {
    return form.isArray() ? form.readAll(texts) : form.read(texts.get(0));
  }
}
