package dev.fakebeeper.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that a client of a contract can exercise, and what of it a message has exercised. Immutable
 * and safe for use by many threads; {@link Hits} are not.
 */
public final class Coverables {
  private final List<Coverable> all;
  private final Map<String, OperationProbe> operations = new HashMap<>();
  private final ErrorCodes errors = new ErrorCodes();
  private final Optional<SocketProbe> socket;

  Coverables(
      Collection<OperationRules> operations,
      Optional<WebSocketContract> webSocket,
      CoverageBuilding building) {
    for (var rules : operations) {
      var operation = rules.place();
      this.operations.put(operation.operation().id(), new OperationProbe(rules, building));
      errors.add(operation.place(), building);
    }
    socket = webSocket.map(known -> known.probe(building));
    all = building.list().all();
  }

  /** What there is; a place in this list is what {@link Hits#has} is asked with. */
  public List<Coverable> all() {
    return all;
  }

  /**
   * Marks what an exchange has exercised.
   *
   * @param request as it came in
   * @param response what the client was answered
   */
  public void exchanged(Operation operation, ApiRequest request, ApiResponse response, Hits hits) {
    asked(operation, request, hits);
    var probe = operations.get(operation.id());
    if (probe != null) {
      probe.answered(response, hits);
    }
    errors.answered(response, hits);
  }

  /**
   * Marks what a request has exercised to which no answer came.
   *
   * @param request as it came in
   */
  public void asked(Operation operation, ApiRequest request, Hits hits) {
    var probe = operations.get(operation.id());
    if (probe == null) {
      opened(hits); // an upgrade that was refused: the socket's is in no list of operations
    } else {
      probe.sent(request, hits);
    }
  }

  /** Marks that a socket was opened. */
  public void opened(Hits hits) {
    onSocket(probe -> probe.opened(hits));
  }

  /** Marks a frame that the client has sent. */
  public void received(String text, Hits hits) {
    onSocket(probe -> probe.received(text, hits));
  }

  /** Marks a frame that the client was sent. */
  public void sent(String type, String text, Hits hits) {
    onSocket(probe -> probe.sent(type, text, hits));
  }

  private void onSocket(Consumer<SocketProbe> step) {
    socket.ifPresent(step);
  }
}
