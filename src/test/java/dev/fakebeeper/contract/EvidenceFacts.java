package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The grade of evidence. No sheet gives it; it must be one of the grades that the product knows.
 */
final class EvidenceFacts {
  private EvidenceFacts() {}

  static void check(Facts facts, String where, JsonNode operation) {
    var grade = operation.path("x-fake-evidence").asText("none");
    var known =
        Stream.of(Operation.Evidence.values())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .anyMatch(grade::equals);
    facts.check(where + ": evidence", "a grade", known ? "a grade" : grade);
  }
}
