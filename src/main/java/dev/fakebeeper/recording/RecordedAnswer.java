package dev.fakebeeper.recording;

import dev.fakebeeper.contract.HttpHeaders;
import java.util.Optional;

/**
 * What an app answered, decoded from any content encoding, otherwise byte for byte.
 *
 * @param status the HTTP status; 0 when the connection ended before there was an answer
 * @param headers all that count for a client, Content-Type among them, without those of the
 *     connection (Content-Length, Transfer-Encoding, Connection, Date)
 * @param body not copied, never written to; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; assets are large
public record RecordedAnswer(int status, HttpHeaders headers, byte[] body) {

  /** The media type as the app wrote it. */
  public Optional<String> contentType() {
    return headers.first("Content-Type");
  }
}
