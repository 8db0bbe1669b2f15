package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.WebSocketContract;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.operations.Admission;
import dev.fakebeeper.operations.Session;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Lets callers through to the WebSocket, or refuses them before the upgrade with the vendor's 401.
 * Thread-safe.
 */
final class SocketGate {
  private final WebSocketContract contract;
  private final Access access;
  private final Refusals refusals;
  private final ExchangeLog log;
  private final ReplaySteps replay;

  SocketGate(
      WebSocketContract contract,
      Access access,
      Refusals refusals,
      ExchangeLog log,
      ReplaySteps replay) {
    this.contract = contract;
    this.access = access;
    this.refusals = refusals;
    this.log = log;
    this.replay = replay;
  }

  /**
   * The caller's session.
   *
   * @throws UpgradeRefused when the caller may not connect
   */
  Session admit(ApiRequest upgrade) {
    var exchange = new OpenExchange(upgrade).of(contract.upgrade());
    var admission = access.admit(contract.upgrade(), upgrade);
    if (admission instanceof Admission.Refused refused) {
      throw refused(exchange, refusals.notAdmitted(contract.upgrade(), refused));
    }
    var missing = log.worldOf(upgrade).flatMap(replay::withoutSocket);
    if (missing.isPresent()) {
      throw refused(exchange, missing.get());
    }
    return ((Admission.Granted) admission).session();
  }

  private UpgradeRefused refused(OpenExchange exchange, Outcome outcome) {
    log.write(exchange, outcome);
    return new UpgradeRefused(outcome.response());
  }

  /** Ends an upgrade with a plain HTTP answer. */
  static final class UpgradeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ApiResponse response;

    UpgradeRefused(ApiResponse response) {
      super("upgrade refused", null, false, false);
      this.response = response;
    }

    /** Javalin drops the result of a refused upgrade, so the answer is written here and now. */
    void answer(Context context) {
      try {
        ResponseWriter.write(context.req(), context.res(), response);
        context.res().flushBuffer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
