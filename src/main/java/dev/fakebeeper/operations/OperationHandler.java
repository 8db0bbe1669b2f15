package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;

/** What an operation does with a call. */
@FunctionalInterface
interface OperationHandler {

  /**
   * Answers a call.
   *
   * @throws ApiException when the call is refused
   * @throws dev.fakebeeper.world.WorldException when a rule of the world forbids it
   */
  ApiResponse handle(Call call);
}
