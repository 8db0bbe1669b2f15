package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;

/** The routes under a prefix that no vendor path has. They need no token and skip the pipeline. */
final class ControlRoutes {
  /** Everything below belongs to the control API. */
  static final String PREFIX = "/__control/";

  private static final String HEALTH = PREFIX + "health";

  private final String desktopVersion;

  ControlRoutes(String desktopVersion) {
    this.desktopVersion = desktopVersion;
  }

  static boolean owns(String rawPath) {
    return rawPath.startsWith(PREFIX);
  }

  /** Answers one of these routes. */
  ApiResponse answer(String method, String rawPath) {
    var reading = method.equals("GET") || method.equals("HEAD");
    return reading && rawPath.equals(HEALTH) ? health() : unknown(method, rawPath);
  }

  /** Whoever can ask is already served, so there is no other status than ready. */
  private ApiResponse health() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("status", "ready");
    body.put("desktopVersion", desktopVersion);
    return ApiResponse.ok(body);
  }

  private static ApiResponse unknown(String method, String rawPath) {
    var text = "The control API has no %s %s, only GET %s.".formatted(method, rawPath, HEALTH);
    var diagnosis = new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, text);
    var body = JsonNodeFactory.instance.objectNode();
    body.put("code", diagnosis.code().text());
    body.put("message", text);
    return diagnosis.on(ApiResponse.of(404, new Body.Json(body)));
  }
}
