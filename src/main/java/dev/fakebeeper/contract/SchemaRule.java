package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the document, ready to check values. Compiled when first used, then kept. Safe for
 * use by many threads; at worst two of them compile the same schema.
 */
final class SchemaRule {
  private final Place schema;
  private final Supplier<SchemaCheck> compiler;
  private final NoiseFilter filter;
  private final ComplaintWords words;
  private volatile @Nullable SchemaCheck check;
  private volatile @Nullable Shape shape;

  SchemaRule(Place schema, Supplier<SchemaCheck> compiler) {
    this.schema = schema;
    this.compiler = compiler;
    filter = new NoiseFilter(schema);
    words = new ComplaintWords(schema.document());
  }

  /** Where the schema stands. */
  Place schema() {
    return schema;
  }

  /** What a value breaks; empty when it is valid. */
  List<Violation> violations(JsonNode value, Site site) {
    var errors = check().errors(value);
    return errors.isEmpty()
        ? List.of()
        : filter.reduce(errors).stream().map(error -> words.violation(error, site)).toList();
  }

  boolean isValid(JsonNode value) {
    return check().errors(value).isEmpty();
  }

  private SchemaCheck check() {
    var known = check;
    if (known == null) {
      known = compiler.get();
      check = known;
    }
    return known;
  }

  /** The members that the schema knows. */
  Shape shape() {
    var known = shape;
    if (known == null) {
      known = Shape.of(schema);
      shape = known;
    }
    return known;
  }
}
