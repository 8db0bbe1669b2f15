package dev.fakebeeper.http.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which class answers which operation of the control API. Immutable. */
final class ControlTable {
  private final Map<String, ControlHandler> handlers = new LinkedHashMap<>();

  private ControlTable() {}

  /** Every operation of the document. */
  static ControlTable complete() {
    var table = new ControlTable();
    DocumentResource.addTo(table);
    WorldsResource.addTo(table);
    StateResource.addTo(table);
    LiftResource.addTo(table);
    SnapshotsResource.addTo(table);
    ClockResource.addTo(table);
    ActionsResource.addTo(table);
    SendsResource.addTo(table);
    LoginSessionsResource.addTo(table);
    SetupResource.addTo(table);
    OAuthResource.addTo(table);
    TokensResource.addTo(table);
    SocketsResource.addTo(table);
    ReplayResource.addTo(table);
    FaultsResource.addTo(table);
    JournalResource.addTo(table);
    ScenariosResource.addTo(table);
    CoverageResource.addTo(table);
    RecordingResource.addTo(table);
    return table;
  }

  void add(String operationId, ControlHandler handler) {
    if (handlers.put(operationId, handler) != null) {
      throw new IllegalStateException("two handlers for " + operationId);
    }
  }

  ControlHandler get(String operationId) {
    return Objects.requireNonNull(handlers.get(operationId), () -> "no handler for " + operationId);
  }

  Set<String> operationIds() {
    return handlers.keySet();
  }
}
