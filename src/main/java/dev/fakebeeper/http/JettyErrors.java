package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.Json;
import java.nio.ByteBuffer;
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

  JettyErrors(String desktopVersion) {
    this.desktopVersion = desktopVersion;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    int status = cause instanceof HttpException http ? http.getCode() : response.getStatus();
    var reason = reason(status, cause, request.getAttribute(ErrorHandler.ERROR_MESSAGE));
    var diagnosis = diagnosis(request, status, reason, cause);
    LOG.warn(diagnosis.headerValue());

    var body = Json.bytes(envelope(status, reason));
    response.setStatus(status);
    var headers = response.getHeaders();
    headers.put(Edge.VERSION_HEADER, desktopVersion);
    headers.put(Diagnosis.HEADER, diagnosis.headerValue());
    headers.put(HttpHeader.CONTENT_TYPE, ResponseWriter.JSON);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    if (cause instanceof HttpException) {
      headers.put(HttpHeader.CONNECTION, "close"); // Jetty closes; unsaid, a pooling client trips
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static String reason(int status, @Nullable Object cause, @Nullable Object message) {
    if (cause instanceof HttpException http && http.getReason() != null) {
      return http.getReason();
    }
    return message != null ? message.toString() : HttpStatus.getMessage(status);
  }

  private static Diagnosis diagnosis(
      Request request, int status, String reason, @Nullable Object cause) {
    if (status == HttpStatus.NOT_FOUND_404) {
      var text =
          "No WebSocket is served at %s. Correct the path, or leave the upgrade headers out."
              .formatted(request.getHttpURI().getPath());
      return new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, text);
    }
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR_500 && !(cause instanceof HttpException)) {
      return new Diagnosis(DiagnosisCode.INTERNAL_ERROR, "The HTTP server failed: " + reason);
    }
    var text =
        "The HTTP server refused this before the contract was asked: %s. Correct the encoding of the path, the size of the head, or the framing of the message."
            .formatted(reason);
    return new Diagnosis(DiagnosisCode.HTTP_BROKEN, text);
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
