package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.HttpHeaders;
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

  /**
   * Which mapping it was.
   *
   * @param id its UUID
   * @param name its name, else its id
   * @param breaksContract whether its metadata says that it breaks the contract on purpose
   */
  public record MappingName(String id, String name, boolean breaksContract) {}
}
