package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;

/** The connected accounts. Thread-safe: all state is in the world. */
final class AccountsOperations {
  private final Shown shown;

  AccountsOperations(Shown shown) {
    this.shown = shown;
  }

  /**
   * All accounts as a bare array (documented), in the order in which they were connected (assumed).
   */
  ApiResponse list(Call call) {
    var state = call.state();
    var items =
        state.accounts().values().stream().map(account -> shown.account(state, account)).toList();
    return ApiResponse.ok(new Body.Items(items));
  }

  /** One account. */
  ApiResponse get(Call call) {
    var state = call.state();
    var account = state.requireAccount(call.parameters().path("accountID"));
    return ApiResponse.ok(new Body.Fragment(shown.account(state, account)));
  }
}
