package dev.fakebeeper.http;

import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.stubs.UpstreamAnswer;
import dev.fakebeeper.stubs.UpstreamException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests in record mode: all but those of the control API go to the application. Nothing of
 * them is logged or kept in a journal, because nothing of them is redacted yet. Thread-safe.
 */
final class RelayHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);

  private static final int MOST_BUSY = Integer.MAX_VALUE;

  /** A permit for each request that is being answered. */
  private final Semaphore busy = new Semaphore(MOST_BUSY);

  private final Relay relay;
  private final Handler control;
  private final RequestReader reader;
  private final Refusals refusals;

  /**
   * A handler.
   *
   * @param control answers the control API
   */
  RelayHandler(Relay relay, Handler control, RequestReader reader, Refusals refusals) {
    this.relay = relay;
    this.control = control;
    this.reader = reader;
    this.refusals = refusals;
  }

  @Override
  public void handle(Context context) throws Exception {
    busy.acquire();
    try {
      relay(context);
    } finally {
      busy.release();
    }
  }

  private void relay(Context context) throws Exception {
    var request = context.req();
    if (ControlRoutes.owns(request.getRequestURI())) {
      control.handle(context);
      context.res().flushBuffer(); // who ends the recording hears of it before the server ends
      return;
    }
    try {
      answer(request, context.res());
    } catch (IOException e) {
      LOG.debug("a client went away", e);
    }
  }

  /** Waits until nothing is being answered, two seconds at most. */
  void awaitIdle() {
    try {
      if (!busy.tryAcquire(MOST_BUSY, 2, TimeUnit.SECONDS)) {
        LOG.debug("some requests are cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var arrival = reader.read(request);
    var fault = arrival.fault();
    if (fault != null && !(fault instanceof Arrival.BrokenMultipart)) {
      var outcome = refusals.notForwarded(relay.name(arrival.request()), fault);
      ResponseWriter.write(request, response, outcome.response());
      return;
    }
    try (var answer = relay.answer(arrival.request(), arrival.baseUrl())) {
      write(answer, request, response);
    } catch (UpstreamException e) {
      ResponseWriter.write(request, response, unanswered(e).response());
    }
  }

  /** What a client is told when the application gave no answer. */
  static Outcome unanswered(UpstreamException failure) {
    var text = String.valueOf(failure.getMessage()) + " The call is not recorded.";
    var diagnosis = new Diagnosis(DiagnosisCode.UPSTREAM_FAILED, text);
    LOG.warn(diagnosis.headerValue());
    var error = ApiError.upstream("The application did not answer");
    return Outcome.refusal(error.toResponse(), diagnosis);
  }

  private void write(
      UpstreamAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writeHead(answer.status(), answer.headers(), response);
    tellFailure(response);
    if (answer.isWhole() && !request.getMethod().equals("HEAD")) {
      response.setContentLength(answer.body().length);
    }
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    var out = response.getOutputStream();
    out.write(answer.body());
    var rest = answer.rest();
    if (rest == null) {
      return;
    }
    var buffer = new byte[ResponseWriter.BUFFER_BYTES];
    for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush(); // the application may wait for an hour before the next piece
    }
  }

  static void writeHead(int status, HttpHeaders headers, HttpServletResponse response) {
    response.setStatus(status);
    response.setContentType(null); // Javalin has one ready
    headers
        .asMap()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
  }

  /** A recording that ended by itself must not go unnoticed. */
  private void tellFailure(HttpServletResponse response) {
    relay
        .recorder()
        .failure()
        .map(text -> new Diagnosis(DiagnosisCode.RECORDING_FAILED, text))
        .ifPresent(told -> response.setHeader(Diagnosis.HEADER, told.headerValue()));
  }
}
