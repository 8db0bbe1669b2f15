package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;

/** Turns complaints into violations: places, words, the line of the document. */
final class ComplaintWords {
  private static final int MAX_TEXT = 80;

  private final Document document;

  ComplaintWords(Document document) {
    this.document = document;
  }

  Violation violation(Complaint complaint, Site site) {
    var place = site.at(complaint.pointer());
    if (complaint instanceof Complaint.Union union) {
      return place.violation(
          Kind.UNION, SchemaWords.branches(union.union()), told(union), union.union());
    }
    if (complaint instanceof Complaint.Single single) {
      return violation(single.error(), place);
    }
    throw new AssertionError(complaint);
  }

  private Violation violation(SchemaError error, Site place) {
    var kind = Kind.of(error.keyword());
    var rule = document.at(error.keywordPointer());
    if (kind == Kind.UNKNOWN_MEMBER && !error.member().isEmpty()) {
      var known = Shape.of(document.at(error.schemaPointer())).names();
      return place.violation(
          kind,
          knownNames(known),
          value(error.value().path(error.member())),
          rule,
          removal(error.member(), known));
    }
    return place.violation(kind, expected(error), got(kind, error), rule);
  }

  private String got(Kind kind, SchemaError error) {
    if (kind == Kind.MISSING) {
      return "nothing";
    }
    return TextSchemas.isSecret(document.at(error.schemaPointer()))
        ? secret(error.value())
        : value(error.value());
  }

  private String told(Complaint.Union union) {
    var schema = document.at(Pointers.parent(union.union().pointer()));
    return TextSchemas.isSecret(schema) ? secret(union.value()) : value(union.value());
  }

  /** Of a secret only the type is told: whoever reads this may not be meant to know it. */
  private static String secret(JsonNode value) {
    return "a secret (%s)".formatted(value.getNodeType().name().toLowerCase(Locale.ROOT));
  }

  private String expected(SchemaError error) {
    var schema = document.at(error.schemaPointer());
    var keyword = error.keyword();
    return switch (Kind.of(keyword)) {
      case MISSING -> missing(schema, error.member());
      case ENUM -> keyword.equals("const") ? bare(schema, "const") : oneOf(schema);
      case RANGE ->
          keyword.equals("multipleOf") ? multiple(schema) : SchemaWords.constraints(schema);
      case TYPE, LENGTH, PATTERN, FORMAT -> SchemaWords.constraints(schema);
      case UNIQUE -> "items that differ";
      default -> "nothing (%s)".formatted(keyword);
    };
  }

  private static String missing(Place schema, String member) {
    var described = schema.child("properties").child(member);
    return described.exists() ? SchemaWords.describe(described) : "a member of this name";
  }

  private static String oneOf(Place schema) {
    return SchemaWords.oneOf(schema.node().path("enum"));
  }

  private static String bare(Place schema, String keyword) {
    return schema.node().path(keyword).toString();
  }

  private static String multiple(Place schema) {
    return "a multiple of " + bare(schema, "multipleOf");
  }

  static String knownNames(Set<String> known) {
    return known.isEmpty() ? "no such member" : "one of " + String.join(", ", known);
  }

  /** The fix for a name that nobody knows: the name that was probably meant. */
  static String removal(String name, Set<String> known) {
    return NearestName.to(name, known)
        .map("Remove it, or did you mean %s?"::formatted)
        .orElse("Remove it.");
  }

  /** A value in a few words; a big one is never written out. */
  static String value(JsonNode value) {
    if (value.isObject()) {
      return "an object with %d members".formatted(value.size());
    }
    if (value.isArray()) {
      return "an array with %d items".formatted(value.size());
    }
    if (value.isMissingNode()) {
      return "nothing";
    }
    return value.isTextual() ? quoted(value.textValue()) : value.toString();
  }

  /** A text in quotes, its control characters escaped, so that it stays on one line. */
  static String quoted(String text) {
    var json = TextNode.valueOf(text.length() <= MAX_TEXT ? text : Violation.cut(text, MAX_TEXT));
    var quoted = json.toString();
    return quoted.length() <= MAX_TEXT
        ? quoted
        : Violation.cut(quoted.substring(0, quoted.length() - 1), MAX_TEXT - 1) + "\"";
  }
}
