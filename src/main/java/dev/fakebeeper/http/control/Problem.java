package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.state.StateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the control API did not do something. An immutable value.
 *
 * @param status the HTTP status
 * @param code the stable name of the kind
 * @param message what happened and why
 * @param fix what to do about it, null when the message says it
 * @param issues what is wrong with the request, place by place
 */
public record Problem(
    int status, DiagnosisCode code, String message, @Nullable String fix, List<Violation> issues) {
  /** Nobody reads more than these. */
  private static final int MAX_ISSUES = 100;

  /** Copies the issues. */
  public Problem {
    issues = List.copyOf(issues);
  }

  /** A problem without places. */
  public static Problem of(int status, DiagnosisCode code, String message, @Nullable String fix) {
    return new Problem(status, code, message, fix, List.of());
  }

  /** The request makes no sense. */
  static Problem invalid(String message) {
    return of(400, DiagnosisCode.CONTROL_REQUEST_INVALID, message, null);
  }

  /** The request breaks the document. */
  static Problem broken(String operation, List<Violation> violations) {
    var first = violations.get(0);
    var message =
        "%s: the request breaks the document of the control API. %s %s: expected %s, got %s."
            .formatted(operation, first.where(), first.pointer(), first.expected(), first.got());
    return new Problem(
        400, DiagnosisCode.CONTROL_REQUEST_INVALID, message, first.fix(), violations);
  }

  /** The body should be the state of a world, and is not. */
  static Problem of(StateException mistakes) {
    var issues =
        mistakes.problems().stream()
            .limit(MAX_ISSUES)
            .map(
                one ->
                    new Violation(
                        "state",
                        Violation.Where.REQUEST_BODY,
                        one.pointer(),
                        one.why(),
                        one.what(),
                        0,
                        one.fix()))
            .toList();
    return new Problem(
        400,
        DiagnosisCode.CONTROL_REQUEST_INVALID,
        String.valueOf(mistakes.getMessage()),
        null,
        issues);
  }

  /** What control itself refused. */
  static Problem of(Refusal refusal) {
    return switch (refusal.reason()) {
      case NOT_FOUND -> of(404, DiagnosisCode.CONTROL_NOT_FOUND, refusal.message(), null);
      case CONFLICT -> of(409, DiagnosisCode.CONTROL_CONFLICT, refusal.message(), null);
      case INVALID -> invalid(refusal.message());
      case UNSUPPORTED -> of(422, DiagnosisCode.CONTROL_UNSUPPORTED, refusal.message(), null);
    };
  }

  /** The same for the developer. */
  public Diagnosis diagnosis() {
    return new Diagnosis(code, fix == null ? message : message + " " + fix);
  }

  /** The answer that tells it. */
  public ApiResponse toResponse() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("code", code.text());
    body.put("message", message);
    if (fix != null) {
      body.put("fix", fix);
    }
    if (!issues.isEmpty()) {
      var list = body.putArray("issues");
      issues.forEach(issue -> describe(issue, list.addObject()));
    }
    return diagnosis().on(ApiResponse.of(status, new Body.Json(body)));
  }

  private static void describe(Violation violation, ObjectNode issue) {
    issue.put("pointer", violation.pointer());
    issue.put("expected", violation.expected());
    issue.put("got", violation.got());
    issue.put("fix", violation.fix());
    if (violation.line() > 0) {
      issue.put("rule", violation.document() + ":" + violation.line());
    }
  }
}
