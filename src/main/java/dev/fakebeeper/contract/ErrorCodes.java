package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes of errors. The vendor publishes no list of them, so those that the examples of the
 * document show are the ones to see. Safe for many threads once all operations are added.
 */
final class ErrorCodes {
  /** The vendor's own envelope, and that of OAuth. */
  private static final List<String> MEMBERS = List.of("code", "error");

  private static final int FIRST_ERROR = 400;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<Place> seen = new HashSet<>();

  void add(Place operation, CoverageBuilding building) {
    for (var declared : operation.child("responses").children()) {
      var response = declared.follow();
      boolean isError = declared.name().startsWith("4") || declared.name().startsWith("5");
      if (isError && Since.isIn(response.node(), building.version()) && seen.add(response)) {
        response.child("content").children().forEach(media -> addShown(media, building));
      }
    }
  }

  private void addShown(Place media, CoverageBuilding building) {
    addCode(media.node().path("example"), building);
    for (var example : media.child("examples").children()) {
      addCode(example.follow().node().path("value"), building);
    }
  }

  private void addCode(JsonNode example, CoverageBuilding building) {
    var code = code(example);
    if (!code.isEmpty()) {
      numbers.put(code, building.list().add(Dimension.ERROR_CODES, "", code));
    }
  }

  private static String code(JsonNode body) {
    return MEMBERS.stream()
        .map(body::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse("");
  }

  void answered(ApiResponse response, Hits hits) {
    if (response.status() >= FIRST_ERROR) {
      JsonBody.tree(response.body()).ifPresent(body -> hits.mark(numbers.get(code(body))));
    }
  }
}
