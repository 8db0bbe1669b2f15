package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client is told when something is refused: the vendor's envelope, and nothing of ours in
 * it. An immutable value; the codes are those seen on real servers or on a compatible one ({@code
 * unauthorized} observed, the rest inferred).
 *
 * @param status the HTTP status
 * @param code the machine-readable code
 * @param message for people; SDKs show it, so it is never empty
 * @param details what was wrong in detail, null when there is nothing to add; never written to
 */
public record ApiError(int status, String code, String message, @Nullable ObjectNode details) {

  /** 401: no token, a wrong one, a revoked one. */
  public static ApiError unauthorized() {
    return new ApiError(401, "unauthorized", "Unauthorized: Invalid or missing token", null);
  }

  /** 401: the token's lifetime is over. */
  public static ApiError tokenExpired() {
    return new ApiError(401, "unauthorized", "Token expired", null);
  }

  /** The token does not allow this; the status is a setting, 403 by default. */
  public static ApiError scopeMissing(int status, String scope) {
    var code = status == 401 ? "unauthorized" : "forbidden";
    return new ApiError(status, code, "Forbidden: the token lacks the scope " + scope, null);
  }

  /** 403. */
  public static ApiError forbidden(String message) {
    return new ApiError(403, "forbidden", message, null);
  }

  /** 404: a thing does not exist. */
  public static ApiError notFound(String message) {
    return new ApiError(404, "NOT_FOUND", message, null);
  }

  /** 404: no operation has this method and path. */
  public static ApiError unknownRoute(String method, String rawPath) {
    return notFound("Route " + method + ":" + rawPath + " not found");
  }

  /** The request breaks the contract; the status is a setting, 400 by default. */
  public static ApiError validation(int status, List<Violation> violations) {
    var details = JsonNodeFactory.instance.objectNode();
    var issues = details.putArray("issues");
    for (var violation : violations) {
      addIssue(issues.addObject(), violation);
    }
    var first = violations.isEmpty() ? "Invalid request" : describe(violations.get(0));
    return new ApiError(status, "VALIDATION_ERROR", first, details);
  }

  /** 400 about one parameter or member. */
  public static ApiError invalid(String path, String expected, String got) {
    return validation(
        400,
        List.of(
            new Violation(
                "invalid", Violation.Where.QUERY, path, expected, got, 0, "Send " + expected)));
  }

  private static void addIssue(ObjectNode issue, Violation violation) {
    issue.put("code", issueCode(violation.kind()));
    issue.put("message", "Expected " + violation.expected() + ", received " + violation.got());
    var path = issue.putArray("path");
    for (var step : violation.pointer().split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      var name = step.replace("~1", "/").replace("~0", "~");
      if (isIndex(name)) {
        path.add(Integer.parseInt(name));
      } else {
        path.add(name);
      }
    }
  }

  private static boolean isIndex(String step) {
    return step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The document's one example of an issue code is {@code invalid_type}; the others follow its
   * style (assumed).
   */
  private static String issueCode(String kind) {
    return switch (kind) {
      case "missing", "type" -> "invalid_type";
      case "enum" -> "invalid_enum_value";
      case "range", "length" -> "out_of_range";
      case "unknown-member" -> "unrecognized_keys";
      case "invalid" -> "invalid_value";
      default -> "invalid_" + kind.replace('-', '_');
    };
  }

  private static String describe(Violation violation) {
    var place = violation.pointer().isEmpty() ? "body" : violation.pointer();
    return "Invalid "
        + place
        + ": expected "
        + violation.expected()
        + ", received "
        + violation.got();
  }

  /** The call clashes with the present state; 409 where the build declares it, else 422. */
  public static ApiError conflict(int status, String message) {
    return new ApiError(status, "CONFLICT", message, null);
  }

  /** 422: the network or chat does not do this. */
  public static ApiError unprocessable(String message) {
    return new ApiError(422, "UNPROCESSABLE", message, null);
  }

  /** 400: the body is larger than the server takes. */
  public static ApiError tooLarge(long limit) {
    return new ApiError(
        400, "VALIDATION_ERROR", "Request body is larger than " + limit + " bytes", null);
  }

  /** 400: the body did not come to its end. */
  public static ApiError cutOff() {
    return new ApiError(400, "VALIDATION_ERROR", "Request body is incomplete", null);
  }

  /** 500: a fault of this server. */
  public static ApiError internal(String message) {
    return new ApiError(500, "INTERNAL_ERROR", message, null);
  }

  /** 502: the network or bridge behind the server failed. */
  public static ApiError upstream(String message) {
    return new ApiError(502, "UPSTREAM_ERROR", message, null);
  }

  /** The answer that carries this error. */
  public ApiResponse toResponse() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("message", message);
    body.put("code", code);
    if (details != null) {
      body.set("details", details);
    }
    return ApiResponse.of(status, new Body.Json(body));
  }
}
