package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What remains of the validator's errors when the noise is gone: a single error, or a value that
 * fits no branch of a union.
 */
sealed interface Complaint {

  /** The JSON pointer of what is wrong. */
  String pointer();

  /** One keyword failed. */
  record Single(SchemaError error) implements Complaint {
    @Override
    public String pointer() {
      return error.pointer();
    }
  }

  /**
   * No branch of a oneOf or anyOf fits, or more than one of a oneOf does.
   *
   * @param instance the way to the value
   * @param value the value
   * @param union the array of branches
   */
  record Union(List<String> instance, JsonNode value, Place union) implements Complaint {
    @Override
    public String pointer() {
      return Pointers.of(instance);
    }
  }
}
