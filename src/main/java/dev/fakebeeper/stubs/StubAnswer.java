package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stub engine answers, as a value: nothing has been sent and nothing has waited.
 *
 * @param status the HTTP status
 * @param headers in the spelling of their author, Content-Type among them
 * @param body the bytes as they are to be sent; not copied, never written to
 * @param manner how they are to be sent
 * @param mapping the mapping that answered, null for an answer of WireMock's admin API
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record StubAnswer(
    int status, HttpHeaders headers, byte[] body, Manner manner, @Nullable MappingName mapping) {
  /** They follow from the body, or belong to the connection. */
  private static final List<String> FRAMING =
      List.of("Content-Type", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive");

  /**
   * Which mapping it was.
   *
   * @param id its UUID
   * @param name its name, else its id
   * @param breaksContract whether its metadata says that it breaks the contract on purpose
   */
  public record MappingName(String id, String name, boolean breaksContract) {}

  /** The answer as the contract looks at it, and as the edge sends it: the same bytes. */
  public ApiResponse response() {
    var type = headers.first("Content-Type").orElse("");
    return new ApiResponse(status, headers.without(FRAMING), StubBody.of(type, body));
  }
}
