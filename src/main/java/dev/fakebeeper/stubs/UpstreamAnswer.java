package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an application answered.
 *
 * @param status the HTTP status
 * @param headers all but those of the connection, each in the spelling of the application
 * @param body as much of the body as is taken into memory; not copied, never written to
 * @param rest what follows of a body that is too large or never ends, null when that was all
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record UpstreamAnswer(
    int status, HttpHeaders headers, byte[] body, @Nullable InputStream rest)
    implements AutoCloseable {

  /** Whether the whole body is in memory. */
  public boolean isWhole() {
    return rest == null;
  }

  @Override
  public void close() throws IOException {
    if (rest != null) {
      rest.close();
    }
  }
}
