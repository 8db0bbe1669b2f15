package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.http.Arrival.BodyFault;
import dev.fakebeeper.http.Arrival.TooLarge;
import dev.fakebeeper.http.control.ControlAccess;
import dev.fakebeeper.http.control.ControlApi;
import dev.fakebeeper.http.control.Problem;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The routes under prefixes that no vendor path has: the control API, and WireMock's admin API.
 * They skip the pipeline. Health is answered here, without anything of the control API, because a
 * start is waited for by asking it.
 */
final class ControlRoutes {
  /** Everything below belongs to the control API. */
  static final String PREFIX = "/__control/";

  private static final String WORLDS = PREFIX + "worlds";
  private static final String HEALTH = PREFIX + "health";

  private final String desktopVersion;
  private final RequestReader reader;
  private final ControlApi api;
  private final StubAdmin stubs;

  ControlRoutes(EdgeSettings settings, RequestReader reader, Pipeline pipeline) {
    this.desktopVersion = settings.desktopVersion();
    this.reader = reader;
    var token = settings.controlToken();
    var access =
        token == null ? ControlAccess.local(settings.host()) : ControlAccess.withToken(token);
    this.api = new ControlApi(pipeline.worlds(), access);
    this.stubs = pipeline.stubAdmin(access);
  }

  static boolean owns(String rawPath) {
    return rawPath.startsWith(PREFIX) || StubAdmin.owns(rawPath);
  }

  /** Whether a body may be as large as an upload: whole worlds and recordings come in there. */
  static boolean isLarge(String rawPath) {
    return owns(rawPath)
        && (rawPath.endsWith("/state") || rawPath.endsWith("/lift") || rawPath.equals(WORLDS));
  }

  /** Answers one of these routes. */
  ApiResponse answer(HttpServletRequest request) {
    var origin = request.getHeader("Origin");
    if (origin != null && !CrossOrigin.isLocal(origin)) {
      return foreign(origin).toResponse();
    }
    if (isHealth(request)) {
      return health();
    }
    var refused = api.refusal(RequestReader.head(request));
    if (refused.isPresent()) {
      BodyReader.refuse(request); // nobody may fill the memory who may not use this API
      return refused.get();
    }
    var arrival = reader.read(request);
    var fault = arrival.fault();
    if (fault != null) {
      return unreadable(fault).toResponse();
    }
    return StubAdmin.owns(request.getRequestURI())
        ? stubs.answer(arrival.request(), arrival.baseUrl())
        : api.answer(arrival.request(), arrival.baseUrl());
  }

  private static boolean isHealth(HttpServletRequest request) {
    var method = request.getMethod();
    return request.getRequestURI().equals(HEALTH)
        && (method.equals("GET") || method.equals("HEAD"));
  }

  /** Whoever can ask is already served, so there is no other status than ready. */
  private ApiResponse health() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("status", "ready");
    body.put("desktopVersion", desktopVersion);
    return ApiResponse.ok(body);
  }

  /** A browser sends simple requests of any page without asking first. */
  private static Problem foreign(String origin) {
    return Problem.of(
        403,
        DiagnosisCode.ORIGIN_REFUSED,
        "A page of %s may not call the control API: only pages served by this machine may."
            .formatted(origin),
        "Serve the page from localhost.");
  }

  private static Problem unreadable(BodyFault fault) {
    if (fault instanceof TooLarge tooLarge) {
      return Problem.of(
          413,
          DiagnosisCode.CONTROL_BODY_TOO_LARGE,
          "The body is larger than %d bytes.".formatted(tooLarge.limit()),
          "Send less, or raise the limit of the fake.");
    }
    return Problem.of(
        400,
        DiagnosisCode.CONTROL_REQUEST_INVALID,
        "The body cannot be read: " + fault + ".",
        "Send JSON, and the bytes that the head of the request announces.");
  }
}
