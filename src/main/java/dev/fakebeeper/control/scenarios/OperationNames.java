package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceNode;
import java.util.List;

/** The operations that a scenario may wait for: those of the bundled contract, of any version. */
final class OperationNames {
  private OperationNames() {}

  /** Looked up when the first scenario names one. */
  private static final class Known {
    static final List<String> IDS =
        Contract.bundled().operations().stream().map(Operation::id).toList();
  }

  /** An operationId. */
  static String read(SourceNode node) {
    var id = node.asText();
    require(id, node);
    return id;
  }

  /** Refuses an id that no operation has. */
  static void require(String id, SourceNode node) {
    if (!Known.IDS.contains(id)) {
      throw node.mistake(
          "There is no operation \"" + id + "\"",
          "It is an operationId of the contract",
          Nearest.of(id, Known.IDS)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Look it up in openapi.yaml"));
    }
  }
}
