package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds every difference in one part of a message, with the pattern of its place. */
final class Differences {
  private static final String ANY = "*";

  private Differences() {}

  /** The differences of a body: what breaks its schema, and the members that nobody described. */
  static List<Difference> of(SchemaRule schema, JsonNode body, Site site) {
    var findings = new Findings();
    findings.violations().addAll(schema.violations(body, site));
    UnknownMembers.find(schema, body, site, findings);
    return of(findings, schema, site);
  }

  /**
   * All that was found.
   *
   * @param schema that of the body, null when it has none that is known
   * @param site where the body stands
   */
  static List<Difference> of(Findings findings, @Nullable SchemaRule schema, Site site) {
    return Stream.concat(findings.violations().stream(), findings.warnings().stream())
        .map(violation -> new Difference(violation, pattern(violation, schema, site)))
        .toList();
  }

  private static String pattern(Violation violation, @Nullable SchemaRule schema, Site site) {
    if (violation.where() != site.where()) {
      return violation.pointer(); // the name of a parameter or header
    }
    var below = violation.pointer().substring(site.prefix().length());
    return fold(null, site.prefix()) + fold(schema == null ? null : schema.shape(), below);
  }

  /** A pointer with {@code *} for each index and each key of a map. */
  private static String fold(@Nullable Shape root, String pointer) {
    var folded = new StringBuilder();
    var shape = root;
    for (var step : Pointers.steps(pointer)) {
      boolean isNamed = shape != null && shape.knows(step);
      folded.append('/').append(isFolded(shape, step) ? ANY : Pointers.escape(step));
      shape = shape == null ? null : below(shape, step, isNamed);
    }
    return folded.toString();
  }

  private static boolean isFolded(@Nullable Shape shape, String step) {
    if (isIndex(step)) {
      return true;
    }
    return shape != null && !shape.knows(step) && shape.isOpen();
  }

  private static @Nullable Shape below(Shape shape, String step, boolean isNamed) {
    return isIndex(step) && !isNamed && shape.elementOrNull() != null
        ? shape.elementOrNull()
        : shape.memberOrNull(step);
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
