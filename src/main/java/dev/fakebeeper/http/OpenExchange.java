package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.Exchange;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of an exchange while it is under way. Used by the one thread that answers it. */
final class OpenExchange {
  private final long begun = System.nanoTime();
  private final ApiRequest request;
  private @Nullable Operation operation;
  private Map<String, String> pathParameters = Map.of();

  OpenExchange(ApiRequest request) {
    this.request = request;
  }

  ApiRequest request() {
    return request;
  }

  void routed(Routing.Found found) {
    operation = found.operation();
    pathParameters = found.pathParameters();
  }

  /** An exchange whose operation needs no routing. */
  OpenExchange of(Operation known) {
    operation = known;
    return this;
  }

  /** Writes it into the journal of its world. */
  void close(Outcome outcome, FakeWorld world) {
    var duration = Duration.ofNanos(System.nanoTime() - begun);
    var at = world.now();
    world
        .journal()
        .record(
            number ->
                new Exchange(
                    number,
                    at,
                    world.name(),
                    request,
                    request.body().length,
                    operation,
                    pathParameters,
                    outcome.response(),
                    outcome.sent(),
                    outcome.origin(),
                    outcome.violations(),
                    outcome.warnings(),
                    outcome.diagnosis(),
                    outcome.fault(),
                    duration));
  }
}
