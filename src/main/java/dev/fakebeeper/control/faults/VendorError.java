package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in the vendor's envelope. Begin with {@link #of} and change what the test is about:
 *
 * <pre>{@code
 * VendorError.of(503).message("Bridge is starting").retryAfter(Duration.ofSeconds(2)).afterCommit()
 * }</pre>
 *
 * @param status 400 to 599
 * @param code the machine-readable code
 * @param message for people; SDKs show it
 * @param details the member {@code details}, null for none; never written to
 * @param headers further headers, such as {@code x-should-retry}
 * @param point whether the operation is performed all the same
 */
@RecordBuilder
public record VendorError(
    int status,
    String code,
    String message,
    @Nullable JsonNode details,
    Map<String, String> headers,
    Point point)
    implements FaultEffect.Replacing, VendorErrorBuilder.With {
  /** The codes are those of the fake's own refusals (observed for 401, the rest inferred). */
  private static final Map<Integer, Words> USUAL =
      Map.ofEntries(
          Map.entry(400, new Words("VALIDATION_ERROR", "Invalid request")),
          Map.entry(401, new Words("unauthorized", "Unauthorized: Invalid or missing token")),
          Map.entry(403, new Words("forbidden", "Forbidden")),
          Map.entry(404, new Words("NOT_FOUND", "Not found")),
          Map.entry(409, new Words("CONFLICT", "Conflict")),
          Map.entry(422, new Words("UNPROCESSABLE", "Unprocessable")),
          Map.entry(429, new Words("RATE_LIMITED", "Too many requests")),
          Map.entry(500, new Words("INTERNAL_ERROR", "Internal server error")),
          Map.entry(502, new Words("UPSTREAM_ERROR", "The network or bridge failed")),
          Map.entry(503, new Words("UNAVAILABLE", "Service unavailable")),
          Map.entry(504, new Words("TIMEOUT", "The network or bridge did not answer in time")));

  /** RFC 6749, sections 4.1.2.1 and 5.2. */
  private static final Map<Integer, String> OAUTH =
      Map.of(
          400, "invalid_request",
          401, "invalid_client",
          403, "access_denied",
          500, "server_error",
          503, "temporarily_unavailable");

  private record Words(String code, String message) {}

  /** Checks the status and copies the headers. */
  public VendorError {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status (" + status + ") must be from 400 to 599");
    }
    headers = Headers.copy(headers);
  }

  /** The error of a status, in the usual words, before the operation is performed. */
  public static VendorError of(int status) {
    var words = USUAL.getOrDefault(status, new Words("ERROR_" + status, "Error " + status));
    return new VendorError(
        status, words.code(), words.message(), null, Map.of(), Point.BEFORE_COMMIT);
  }

  /** Another code. */
  public VendorError code(String other) {
    return withCode(other);
  }

  /** Another message. */
  public VendorError message(String other) {
    return withMessage(other);
  }

  /**
   * With details.
   *
   * @param json the value in JSON, such as <code>{"bridge": "whatsapp"}</code>
   * @throws IllegalArgumentException if it is no JSON
   */
  public VendorError details(String json) {
    try {
      return withDetails(Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "details (" + json + ") must be JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** With details. For our own packages: outside, the type of the value has another name. */
  public VendorError details(JsonNode value) {
    return withDetails(value.deepCopy());
  }

  /** With one more header. */
  public VendorError header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return withHeaders(more);
  }

  /** With {@code Retry-After} in seconds, rounded up. */
  public VendorError retryAfter(Duration span) {
    return header(RetryAfter.HEADER, Long.toString(RetryAfter.seconds(span)));
  }

  /** The operation is performed, and the client believes that it failed. */
  public VendorError afterCommit() {
    return withPoint(Point.AFTER_COMMIT);
  }

  /** The vendor's envelope; the OAuth operations declare that of RFC 6749 for most errors. */
  @Override
  public List<ApiResponse> answers(TakenFault fault) {
    return List.of(response(envelope()), response(oauth()));
  }

  private ApiResponse response(ObjectNode body) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new ApiResponse(status, HttpHeaders.of(all), new Body.Json(body));
  }

  private ObjectNode envelope() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("message", message);
    body.put("code", code);
    if (details != null) {
      body.set("details", details);
    }
    return body;
  }

  private ObjectNode oauth() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("error", code.equals(of(status).code()) ? OAUTH.getOrDefault(status, code) : code);
    body.put("error_description", message);
    return body;
  }

  @Override
  public String did() {
    return point == Point.AFTER_COMMIT
        ? "let the operation run and answered " + status + " in place of its answer"
        : "answered " + status + " in place of the operation";
  }
}
