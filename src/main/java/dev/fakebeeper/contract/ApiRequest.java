package dev.fakebeeper.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in, before anything was decoded.
 *
 * @param method the HTTP method, upper case
 * @param rawPath the path exactly as on the wire, percent-encoding kept, without the query
 * @param rawQuery the query exactly as on the wire without {@code ?}, null when there is none
 * @param headers the request headers
 * @param body the body bytes, empty when there is none; not copied, never written to
 * @param parts the parts of a multipart body in order, empty for any other body
 */
@SuppressWarnings(
    "ArrayRecordComponent") // compared by nobody; copying each body would double its cost
public record ApiRequest(
    String method,
    String rawPath,
    @Nullable String rawQuery,
    HttpHeaders headers,
    byte[] body,
    List<BodyPart> parts) {

  /** Copies the list of parts. */
  public ApiRequest {
    parts = List.copyOf(parts);
  }

  /** A request without a body. */
  public static ApiRequest of(String method, String rawPath, @Nullable String rawQuery) {
    return new ApiRequest(method, rawPath, rawQuery, HttpHeaders.none(), new byte[0], List.of());
  }
}
