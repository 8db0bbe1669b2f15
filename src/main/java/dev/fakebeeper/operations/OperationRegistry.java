package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.WorldException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which operations are stateful, and the door to them. Immutable; thread-safe. */
public final class OperationRegistry {
  private final Map<String, OperationHandler> handlers;
  private final OperationsSettings settings;

  private OperationRegistry(Map<String, OperationHandler> handlers, OperationsSettings settings) {
    this.handlers = Map.copyOf(handlers);
    this.settings = settings;
  }

  /** Whether an operation is answered from the state of the world. */
  public boolean isStateful(String operationId) {
    return handlers.containsKey(operationId);
  }

  /** The ids of all stateful operations. */
  public Set<String> stateful() {
    return handlers.keySet();
  }

  /**
   * Answers a call of a stateful operation; a refusal is an answer too.
   *
   * @throws IllegalArgumentException when the operation is not stateful
   */
  public ApiResponse answer(Call call) {
    var handler = handlers.get(call.operation().id());
    if (handler == null) {
      throw new IllegalArgumentException(call.operation().id() + " is not stateful");
    }
    try {
      return handler.handle(call);
    } catch (ApiException refusal) {
      return refusal.error().toResponse();
    } catch (WorldException refusal) {
      return errorOf(refusal).toResponse();
    }
  }

  private ApiError errorOf(WorldException refusal) {
    return switch (refusal.reason()) {
      case NOT_FOUND -> ApiError.notFound(refusal.text());
      case INVALID -> new ApiError(400, "VALIDATION_ERROR", refusal.text(), null);
      case CONFLICT -> ApiError.conflict(settings.conflictStatus(), refusal.text());
      case UNSUPPORTED -> ApiError.unprocessable(refusal.text());
      case FORBIDDEN -> ApiError.forbidden(refusal.text());
      case UPSTREAM -> ApiError.upstream(refusal.text());
    };
  }

  /** Collects handlers. */
  static final class Builder {
    private final Map<String, OperationHandler> handlers = new LinkedHashMap<>();

    Builder add(String operationId, OperationHandler handler) {
      if (handlers.put(operationId, handler) != null) {
        throw new IllegalStateException("two handlers for " + operationId);
      }
      return this;
    }

    OperationRegistry build(OperationsSettings settings) {
      return new OperationRegistry(handlers, settings);
    }
  }
}
