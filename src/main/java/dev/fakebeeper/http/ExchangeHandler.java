package dev.fakebeeper.http;

import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.operations.ApiError;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one request from Javalin and writes its answer. Thread-safe. */
final class ExchangeHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);

  private final String desktopVersion;
  private final EdgeSettings.Forwarding remoteAccess;
  private final RequestReader reader;
  private final Pipeline pipeline;
  private final ControlRoutes control;

  ExchangeHandler(EdgeSettings settings, Pipeline pipeline) {
    this.desktopVersion = settings.desktopVersion();
    this.remoteAccess = settings.forwarding();
    this.reader = new RequestReader(settings, pipeline);
    this.pipeline = pipeline;
    this.control = new ControlRoutes(settings, reader, pipeline);
  }

  @Override
  public void handle(Context context) {
    var request = context.req();
    var response = context.res();
    response.setHeader(Edge.VERSION_HEADER, desktopVersion);
    try {
      CrossOrigin.allow(request, response, remoteAccess);
      var outcome = answer(request);
      var answer = outcome.response();
      outcome.delivery().send(request, response, answer);
      if (LOG.isDebugEnabled()) {
        LOG.debug("{} {} -> {}", request.getMethod(), request.getRequestURI(), answer.status());
      }
    } catch (IOException e) {
      LOG.debug("{} {}: the client went away", request.getMethod(), request.getRequestURI(), e);
    } catch (RuntimeException | Error e) {
      giveUp(request, response, e);
    }
  }

  private Outcome answer(HttpServletRequest request) throws IOException {
    if (CrossOrigin.isPreflight(request)) {
      return preflight(request);
    }
    var path = request.getRequestURI();
    return ControlRoutes.owns(path)
        ? Outcome.of(control.answer(request), Origin.FAKE)
        : pipeline.answer(reader.read(request));
  }

  /** A question of a browser is no exchange of the API; that it was refused is worth knowing. */
  private Outcome preflight(HttpServletRequest request) {
    var exchange = new OpenExchange(RequestReader.head(request));
    var outcome = CrossOrigin.preflight(request);
    if (outcome.diagnosis() != null) {
      pipeline.log().write(exchange, outcome);
    }
    return outcome;
  }

  /** The pipeline answers its own failures; this is for what fails around it. */
  private void giveUp(HttpServletRequest request, HttpServletResponse response, Throwable e) {
    var text =
        "fake-beeper failed to read or write %s %s: %s. Its log has the stack trace."
            .formatted(request.getMethod(), request.getRequestURI(), e);
    var diagnosis = new Diagnosis(DiagnosisCode.INTERNAL_ERROR, text);
    LOG.error(diagnosis.headerValue(), e);
    if (response.isCommitted()) {
      return; // Jetty misses the announced bytes and breaks the connection
    }
    try {
      response.reset();
      response.setHeader(Edge.VERSION_HEADER, desktopVersion);
      var error = ApiError.internal("Internal server error").toResponse();
      var outcome = Outcome.refusal(error, diagnosis);
      pipeline.log().write(new OpenExchange(RequestReader.head(request)), outcome);
      ResponseWriter.write(request, response, outcome.response());
    } catch (IOException gone) {
      LOG.debug("the client went away", gone);
    }
  }
}
