package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what Jetty refuses before anybody of ours sees it (broken percent-encoding, a head that
 * is too large, bytes that are not HTTP) in the vendor's envelope in place of Jetty's HTML page.
 * Status as Jetty chose it; what the real server answers here is not known (assumed).
 */
final class JettyErrors implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);

  private final String desktopVersion;
  private final ExchangeLog log;

  JettyErrors(String desktopVersion, ExchangeLog log) {
    this.desktopVersion = desktopVersion;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    int status = cause instanceof HttpException http ? http.getCode() : response.getStatus();
    var reason = reason(status, cause, request.getAttribute(ErrorHandler.ERROR_MESSAGE));
    var diagnosis = diagnosis(request, status, reason, cause);
    LOG.warn(diagnosis.headerValue());

    var envelope = envelope(status, reason);
    var answer = ApiResponse.of(status, new Body.Json(envelope));
    log.write(new OpenExchange(neutral(request)), Outcome.refusal(answer, diagnosis));
    response.setStatus(status);
    putHeaders(response, diagnosis);
    if (cause instanceof HttpException) {
      // Jetty closes; unsaid, a pooling client trips
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    var body = Json.bytes(envelope);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private void putHeaders(Response response, Diagnosis diagnosis) {
    var headers = response.getHeaders();
    headers.put(Edge.VERSION_HEADER, desktopVersion);
    headers.put(Diagnosis.HEADER, diagnosis.headerValue());
    headers.put(HttpHeader.CONTENT_TYPE, ResponseWriter.JSON);
  }

  /** What is known of a request that Jetty gave up: no path when it made up the whole request. */
  private static ApiRequest neutral(Request request) {
    var uri = request.getHttpURI();
    var path = uri.getPath();
    return new ApiRequest(
        request.getMethod(),
        path == null || isMadeUp(request) ? "" : path,
        uri.getQuery(),
        HttpHeaders.in(new WireHeaders(request.getHeaders())),
        new byte[0],
        List.of());
  }

  private static String reason(int status, @Nullable Object cause, @Nullable Object message) {
    if (cause instanceof HttpException http && http.getReason() != null) {
      return http.getReason();
    }
    return message != null ? message.toString() : HttpStatus.getMessage(status);
  }

  private static Diagnosis diagnosis(
      Request request, int status, String reason, @Nullable Object cause) {
    var asked = asked(request);
    if (status == HttpStatus.NOT_FOUND_404) {
      return new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, notFound(request, asked));
    }
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR_500 && !(cause instanceof HttpException)) {
      return new Diagnosis(DiagnosisCode.INTERNAL_ERROR, "The HTTP server failed: " + reason);
    }
    var text =
        "The HTTP server refused %s before the contract was asked: %s. %s"
            .formatted(asked, reason, cure(status));
    return new Diagnosis(DiagnosisCode.HTTP_BROKEN, text);
  }

  /** Jetty makes up a request when it could not read the first line. */
  private static boolean isMadeUp(Request request) {
    return request.getMethod().equals("BAD");
  }

  /** Without the query: what is said here goes into the log, and a token may stand there. */
  private static String asked(Request request) {
    return isMadeUp(request)
        ? "a message"
        : request.getMethod() + " " + request.getHttpURI().getPath();
  }

  private static String notFound(Request request, String asked) {
    return request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION)
        ? "No WebSocket is served at %s. Correct the path, or leave the upgrade headers out."
            .formatted(asked)
        : "No operation matches %s. Correct the path.".formatted(asked);
  }

  private static String cure(int status) {
    return switch (status) {
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "Send fewer or shorter headers: the whole head may have %d bytes."
              .formatted(Edge.MAX_HEAD_BYTES);
      case HttpStatus.URI_TOO_LONG_414 ->
          "Shorten the path or the query: the whole head may have %d bytes."
              .formatted(Edge.MAX_HEAD_BYTES);
      case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "Speak HTTP/1.1.";
      default ->
          "Encode each segment of the path once, as UTF-8, and let an HTTP library frame the message.";
    };
  }

  private static JsonNode envelope(int status, String reason) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("message", reason);
    body.put("code", code(status));
    return body;
  }

  private static String code(int status) {
    if (status == HttpStatus.NOT_FOUND_404) {
      return "NOT_FOUND";
    }
    return status >= HttpStatus.INTERNAL_SERVER_ERROR_500 ? "INTERNAL_ERROR" : "VALIDATION_ERROR";
  }
}
