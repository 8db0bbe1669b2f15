package dev.fakebeeper.http;

import dev.fakebeeper.contract.BodyPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Promise;

/** Takes a {@code multipart/form-data} body apart, from its bytes, in memory. */
final class MultipartBody {
  /** More parts than any client of this API sends. */
  private static final int MAX_PARTS = 100;

  private static final MultiPartConfig IN_MEMORY =
      new MultiPartConfig.Builder()
          .maxParts(MAX_PARTS)
          .maxSize(-1)
          .maxPartSize(-1)
          .maxMemoryPartSize(-1)
          .build();

  private MultipartBody() {}

  static boolean isMultipart(String contentType) {
    return contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
  }

  /**
   * The parts in order.
   *
   * @throws IOException if the bytes are not what the header says; its message is for people
   */
  static List<BodyPart> parse(String contentType, byte[] body) throws IOException {
    var boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw new IOException("the Content-Type header names no boundary");
    }
    try (var parts = parseParts(boundary, body)) {
      var result = new ArrayList<BodyPart>();
      for (var part : parts) {
        result.add(toPart(part));
      }
      return result;
    }
  }

  private static MultiPartFormData.Parts parseParts(String boundary, byte[] body)
      throws IOException {
    var parser = new MultiPartFormData.Parser(boundary);
    parser.configure(IN_MEMORY);
    var result = new CompletableFuture<MultiPartFormData.Parts>();
    parser.parse(
        new ByteBufferContentSource(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(result));
    try {
      return result.join(); // every byte is here already, so this never waits
    } catch (CompletionException e) {
      var cause = e.getCause();
      throw new IOException(String.valueOf(cause == null ? e : cause.getMessage()), e);
    }
  }

  private static BodyPart toPart(MultiPart.Part part) throws IOException {
    try (var stream = Content.Source.asInputStream(part.getContentSource())) {
      return new BodyPart(
          part.getName(),
          part.getFileName(),
          part.getHeaders().get(HttpHeader.CONTENT_TYPE),
          stream.readAllBytes());
    }
  }
}
