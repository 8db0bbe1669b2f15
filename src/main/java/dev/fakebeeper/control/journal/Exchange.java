package dev.fakebeeper.control.journal;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Violation;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. It is in the journal before the first byte of the answer leaves, so
 * whoever has an answer finds its exchange.
 *
 * @param requestBytes how many bytes the body had; {@code request.body()} has fewer when it was too
 *     large to keep
 * @param operation null when no operation has the method and path
 * @param pathParameters decoded, by name; empty without an operation
 * @param response what was decided to answer
 * @param sent how much of the answer was sent, as decided with it; the client may be gone by then
 * @param violations how the request, or an answer of the fake's own, breaks the contract
 * @param warnings what the contract does not know but the real server ignores
 * @param diagnosis what the developer is told, null when there is nothing to say
 * @param fault the name of the planned fault that had a hand in it, null for none
 * @param duration from the whole request to the decided answer, on the machine's clock, delays of
 *     faults included
 */
@RecordBuilder
public record Exchange(
    long number,
    Instant at,
    String world,
    ApiRequest request,
    long requestBytes,
    @Nullable Operation operation,
    Map<String, String> pathParameters,
    ApiResponse response,
    Sent sent,
    Origin origin,
    List<Violation> violations,
    List<Violation> warnings,
    @Nullable Diagnosis diagnosis,
    @Nullable String fault,
    Duration duration)
    implements Entry, ExchangeBuilder.With {

  /** Which try of a client this is, as the official SDKs count: 0 for the first. */
  private static final String RETRY_HEADER = "X-Stainless-Retry-Count";

  /** Larger bodies are not kept whole. */
  private static final int MAX_BODY_BYTES = 1024 * 1024;

  /** How much of a body, or of one of its parts, is kept then. */
  static final int KEPT_BYTES = 4 * 1024;

  /** Copies the lists. */
  public Exchange {
    pathParameters = Map.copyOf(pathParameters);
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
  }

  /** This exchange as a journal keeps it: of a body that is too large only the beginning. */
  Exchange cut() {
    if (request.body().length <= MAX_BODY_BYTES) {
      return this;
    }
    var parts =
        request.parts().stream()
            .map(
                part ->
                    new BodyPart(
                        part.name(), part.fileName(), part.contentType(), cut(part.content())))
            .toList();
    return withRequest(
        new ApiRequest(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            cut(request.body()),
            parts));
  }

  /** Whether only the beginning of the body was kept. */
  boolean isCut() {
    return request.body().length < requestBytes;
  }

  private static byte[] cut(byte[] bytes) {
    return bytes.length <= KEPT_BYTES ? bytes.clone() : Arrays.copyOf(bytes, KEPT_BYTES);
  }

  /** The operationId, null when no operation has the method and path. */
  public @Nullable String operationId() {
    return operation == null ? null : operation.id();
  }

  /** What the developer was told, without secrets; empty when there was nothing to say. */
  public Optional<String> told() {
    return Optional.ofNullable(diagnosis).map(one -> Show.told(this, one));
  }

  /** The access token that came with the request, good or not. */
  public Optional<String> bearer() {
    return request
        .headers()
        .first("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  /**
   * Which try of the official SDKs this is: 0 for the first, 1 for the first repetition; null for a
   * client that does not say.
   */
  public @Nullable String retry() {
    return request.headers().first(RETRY_HEADER).orElse(null);
  }
}
