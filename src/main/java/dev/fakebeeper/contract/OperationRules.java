package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one operation, made when its first message is checked: a start does not pay for
 * operations nobody uses. Safe for use by many threads; at worst two of them make the same rules.
 */
final class OperationRules {
  private final OperationPlace place;
  private final CompiledSchemas schemas;
  private volatile @Nullable RequestRules requests;
  private volatile @Nullable ResponseRules responses;
  private volatile @Nullable ApiResponse example;

  OperationRules(OperationPlace place, CompiledSchemas schemas) {
    this.place = place;
    this.schemas = schemas;
  }

  OperationPlace place() {
    return place;
  }

  RequestRules requests() {
    var known = requests;
    if (known == null) {
      known = new RequestRules(place, schemas);
      requests = known;
    }
    return known;
  }

  ResponseRules responses() {
    var known = responses;
    if (known == null) {
      known = new ResponseRules(place, schemas);
      responses = known;
    }
    return known;
  }

  /** A good answer; made once, given to everybody. */
  ApiResponse example() {
    var known = example;
    if (known == null) {
      known = new Examples(schemas).answer(place.place());
      example = known;
    }
    return known;
  }

  Optional<JsonNode> exampleRequestBody() {
    return new Examples(schemas).requestBody(place.place());
  }
}
