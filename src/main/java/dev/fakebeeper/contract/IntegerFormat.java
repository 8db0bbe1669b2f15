package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;
import java.util.function.Predicate;

/** The formats int32 and int64 of OpenAPI, which the validator does not assert by itself. */
final class IntegerFormat implements Format {
  static final Format INT32 = new IntegerFormat("int32", JsonNode::canConvertToInt);
  static final Format INT64 = new IntegerFormat("int64", JsonNode::canConvertToLong);

  private final String name;
  private final Predicate<JsonNode> fits;

  private IntegerFormat(String name, Predicate<JsonNode> fits) {
    this.name = name;
    this.fits = fits;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean matches(ExecutionContext execution, ValidationContext context, JsonNode value) {
    return !value.isNumber() || fits.test(value);
  }
}
