package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;

/** The owner's labels. Thread-safe: all state is in the world. */
final class LabelsOperations {
  private final Shown shown;

  LabelsOperations(Shown shown) {
    this.shown = shown;
  }

  /** All labels as a bare array sorted by name (documented in newer SDKs). */
  ApiResponse list(Call call) {
    var labels = call.state().labels().values().stream().sorted(Shown.BY_NAME);
    return ApiResponse.ok(new Body.Items(labels.map(shown::label).toList()));
  }
}
