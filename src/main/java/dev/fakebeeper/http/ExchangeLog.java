package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.operations.Access;
import java.util.Optional;

/**
 * Writes exchanges into the journal of the world whose business they are: that of the token, else
 * the one that the request names, else the default one. Thread-safe.
 */
final class ExchangeLog {
  private final Access access;
  private final FakeWorlds worlds;

  ExchangeLog(Access access, FakeWorlds worlds) {
    this.access = access;
    this.worlds = worlds;
  }

  /** Writes one that is decided; nothing when no such world is open. */
  void write(OpenExchange exchange, Outcome outcome) {
    worldOf(exchange.request()).ifPresent(world -> exchange.close(outcome, world));
  }

  /** The world whose business a request is; empty when it is not open. */
  Optional<FakeWorld> worldOf(ApiRequest request) {
    return access.worldOf(request).flatMap(worlds::find);
  }
}
