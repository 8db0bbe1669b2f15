package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import java.util.Map;
import java.util.function.Function;

/** Operations that a test makes up, for contracts of its own. */
public final class HandMadeOperations {
  private HandMadeOperations() {}

  /** A registry with these handlers, by operationId. */
  public static OperationRegistry of(Map<String, Function<Call, ApiResponse>> handlers) {
    var builder = new OperationRegistry.Builder();
    handlers.forEach((id, handler) -> builder.add(id, handler::apply));
    return builder.build(OperationsSettings.defaults());
  }
}
