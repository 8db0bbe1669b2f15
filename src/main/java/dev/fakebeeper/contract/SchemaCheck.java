package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One compiled schema: the only thing that the rest of the package knows about the validator. */
@FunctionalInterface
interface SchemaCheck {
  /** A schema that allows everything. */
  SchemaCheck ANYTHING = value -> List.of();

  /** What a value breaks, noise included; empty for a valid value. Safe for use by many threads. */
  List<SchemaError> errors(JsonNode value);
}
