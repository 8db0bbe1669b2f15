package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One answer, before it is written.
 *
 * @param status the HTTP status
 * @param headers headers beside Content-Type and Content-Length, which follow from the body
 * @param body the body
 */
public record ApiResponse(int status, HttpHeaders headers, Body body) {

  /** 200 with a JSON value made for this answer. */
  public static ApiResponse ok(JsonNode tree) {
    return of(200, new Body.Json(tree));
  }

  /** 200 with a body. */
  public static ApiResponse ok(Body body) {
    return of(200, body);
  }

  /** 204 without a body. */
  public static ApiResponse noContent() {
    return of(204, new Body.Empty());
  }

  /** No answer at all: the connection ended before there was one. Its status is 0. */
  public static ApiResponse none() {
    return of(0, new Body.Empty());
  }

  /** An answer without headers of its own. */
  public static ApiResponse of(int status, Body body) {
    return new ApiResponse(status, HttpHeaders.none(), body);
  }

  /** This answer with one more header. */
  public ApiResponse with(String header, String value) {
    return new ApiResponse(status, headers.with(header, value), body);
  }
}
