package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.http.EdgeSettings.Forwarding;
import dev.fakebeeper.operations.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets browser pages of this machine in, and no others, as the real server does (documented: CORS
 * limits callers to the local machine; with remote access on, any page may read the OAuth
 * metadata).
 */
final class CrossOrigin {
  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String EXPOSED = "X-Beeper-Desktop-Version, " + Diagnosis.HEADER;
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String METADATA = "/.well-known/oauth-";
  private static final String PREFLIGHT_SECONDS = "600";

  private CrossOrigin() {}

  /** Whether a browser asks for leave before it sends the real request. */
  static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  static boolean isLocal(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    try {
      var uri = new URI(origin);
      return uri.getHost() != null && LOCAL_HOSTS.contains(uri.getHost());
    } catch (URISyntaxException e) {
      return false; // also the origin "null" of a local file: the real server does not name it
    }
  }

  /** Tells the browser whether the page that asks may read the answer; nothing if it may not. */
  static void allow(
      HttpServletRequest request, HttpServletResponse response, Forwarding remoteAccess) {
    var origin = request.getHeader("Origin");
    if (origin == null) {
      return;
    }
    response.addHeader("Vary", "Origin");
    if (isLocal(origin) || isForAll(request, remoteAccess)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  private static boolean isForAll(HttpServletRequest request, Forwarding remoteAccess) {
    return remoteAccess == Forwarding.HONOURED
        && request.getMethod().equals("GET")
        && request.getRequestURI().startsWith(METADATA);
  }

  /** Answers the question: a local page may send every method and every header it names. */
  static Outcome preflight(HttpServletRequest request) {
    var origin = request.getHeader("Origin");
    if (!isLocal(origin)) {
      return refusal(origin);
    }
    var answer =
        ApiResponse.noContent()
            .with("Access-Control-Allow-Methods", METHODS)
            .with("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    var headers = request.getHeader("Access-Control-Request-Headers");
    var allowed = headers == null ? answer : answer.with("Access-Control-Allow-Headers", headers);
    return Outcome.of(allowed, Origin.REFUSAL);
  }

  private static Outcome refusal(String origin) {
    var text =
        "A page of %s may not call this API: only pages served by this machine may, as with the real server. Serve the page from localhost."
            .formatted(origin);
    return Outcome.refusal(
        ApiError.forbidden("Origin not allowed").toResponse(),
        new Diagnosis(DiagnosisCode.ORIGIN_REFUSED, text));
  }
}
