package dev.fakebeeper.control.faults;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.HttpHeaders;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Any answer at all, without the vendor's version header: something else listens on the port.
 *
 * <pre>{@code
 * Fault.on("getInfo").answer(RawAnswer.of(200, "text/html", "<h1>It works!</h1>"))
 * }</pre>
 *
 * @param status 200 to 599
 * @param contentType the value of Content-Type, empty for none
 * @param body text, sent as UTF-8; empty for no body
 * @param headers further headers
 * @param point whether the operation is performed all the same
 */
@RecordBuilder
public record RawAnswer(
    int status, String contentType, String body, Map<String, String> headers, Point point)
    implements FaultEffect.Replacing, RawAnswerBuilder.With {

  /** Checks the status and copies the headers. */
  public RawAnswer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status (" + status + ") must be from 200 to 599");
    }
    headers = Headers.copy(headers);
  }

  /** An answer without further headers, before the operation is performed. */
  public static RawAnswer of(int status, String contentType, String body) {
    return new RawAnswer(status, contentType, body, Map.of(), Point.BEFORE_COMMIT);
  }

  /** With one more header. */
  public RawAnswer header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return withHeaders(more);
  }

  /** The operation is performed all the same. */
  public RawAnswer afterCommit() {
    return withPoint(Point.AFTER_COMMIT);
  }

  @Override
  public List<ApiResponse> answers(TakenFault fault) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    var content = body.isEmpty() ? new Body.Empty() : new Body.Text(contentType, body);
    return List.of(new ApiResponse(status, HttpHeaders.of(all), content));
  }

  @Override
  public String did() {
    return (point == Point.AFTER_COMMIT ? "let the operation run and answered " : "answered ")
        + status
        + " with an answer of its own in place of "
        + (point == Point.AFTER_COMMIT ? "its answer" : "the operation");
  }
}
