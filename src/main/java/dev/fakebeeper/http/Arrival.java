package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request as the edge hands it to the pipeline.
 *
 * @param request the request; without a body when that had a fault
 * @param baseUrl scheme, host and port under which the client reached us, without a slash at the
 *     end
 * @param fault what kept the edge from reading the body, null for nothing
 */
record Arrival(ApiRequest request, String baseUrl, @Nullable BodyFault fault) {

  /** What can be wrong with a body before anybody looks at its meaning. */
  sealed interface BodyFault {}

  /**
   * The body is larger than allowed.
   *
   * @param limit the bytes that would have been allowed
   */
  record TooLarge(long limit) implements BodyFault {}

  /**
   * The body calls itself multipart but cannot be taken apart.
   *
   * @param reason in words
   */
  record BrokenMultipart(String reason) implements BodyFault {}

  /**
   * The body did not come to the end that the request announced.
   *
   * @param reason in words
   */
  record CutOff(String reason) implements BodyFault {}
}
