package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Violation.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All answers that one operation declares. Safe for use by many threads. */
final class ResponseRules {
  private final Place place;
  private final CompiledSchemas rules;
  private final Map<String, ResponseRule> byStatus = new LinkedHashMap<>();

  ResponseRules(OperationPlace operation, CompiledSchemas rules) {
    this.rules = rules;
    place = operation.place().child("responses");
    for (var response : place.children()) {
      if (!response.name().startsWith("x-")) {
        byStatus.put(response.name(), new ResponseRule(response.follow(), rules));
      }
    }
  }

  List<Violation> violations(ApiResponse response) {
    var rule = ruleOrNull(response.status());
    return rule == null ? List.of(undeclared(response)) : rule.violations(response);
  }

  private Violation undeclared(ApiResponse response) {
    return new Site(Where.STATUS, "")
        .violation(
            Kind.STATUS,
            "one of " + String.join(", ", byStatus.keySet()),
            String.valueOf(response.status()),
            place);
  }

  List<Difference> differences(ApiResponse response) {
    var rule = ruleOrNull(response.status());
    return rule == null
        ? List.of(new Difference(undeclared(response), ""))
        : rule.differences(response);
  }

  /** The answer as a wish wants it; unchanged when no schema of it is declared. */
  Rewritten<ApiResponse> vary(ApiResponse response, VariationWish wish) {
    var rule = ruleOrNull(response.status());
    var schema = rule == null ? Optional.<SchemaRule>empty() : rule.schemaOf(response.body());
    var tree = JsonBody.tree(response.body());
    if (schema.isEmpty() || tree.isEmpty()) {
      return new Rewritten<>(response, List.of(), wish.sortedMembers());
    }
    var subject = new Subject(tree.get(), schema.get(), Map.of(), rules);
    return JsonBody.rewritten(response, Variations.apply(subject, wish));
  }

  private @Nullable ResponseRule ruleOrNull(int status) {
    return byStatus.get(nameIn(byStatus.keySet(), status));
  }

  /**
   * Which of the declared answers a status means: itself, else its hundred ({@code 4XX}), else
   * {@code default}, whether that is declared or not.
   */
  static String nameIn(Set<String> declared, int status) {
    var itself = String.valueOf(status);
    if (declared.contains(itself)) {
      return itself;
    }
    var range = status / 100 + "XX";
    return declared.contains(range) ? range : "default";
  }
}
