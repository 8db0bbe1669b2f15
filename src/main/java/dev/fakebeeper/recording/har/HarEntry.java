package dev.fakebeeper.recording.har;

import dev.fakebeeper.recording.RecordedFrame.Sender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an archive.
 *
 * @param startedAt when the request came in
 * @param millis how long it took, in milliseconds
 * @param comment for people, null for none
 * @param socket what went over it when it is a WebSocket, else null
 */
public record HarEntry(
    Instant startedAt,
    BigDecimal millis,
    Request request,
    Answer answer,
    @Nullable String comment,
    @Nullable Socket socket) {

  /** A name with a value: a header, or a parameter of a query. */
  public record Pair(String name, String value) {}

  /**
   * A request.
   *
   * @param url with scheme and host
   * @param query decoded
   * @param posted null for no body
   * @param bodySize in bytes
   */
  public record Request(
      String method,
      String url,
      List<Pair> headers,
      List<Pair> query,
      @Nullable Posted posted,
      long bodySize) {
    /** Copies the lists. */
    public Request {
      headers = List.copyOf(headers);
      query = List.copyOf(query);
    }
  }

  /**
   * The body of a request: the fields of a form, or text.
   *
   * @param params empty for text
   * @param text empty for a form
   */
  public record Posted(String mimeType, List<Param> params, Content text) {
    /** Copies the list. */
    public Posted {
      params = List.copyOf(params);
    }
  }

  /**
   * A field of a form, or a part of a multipart body.
   *
   * @param value null when it is not told
   * @param fileName null for a plain field
   * @param contentType null when the part has none
   */
  public record Param(
      String name,
      @Nullable Content value,
      @Nullable String fileName,
      @Nullable String contentType) {}

  /**
   * Text, or bytes as text.
   *
   * @param text null when it is not told
   * @param encoding {@code base64}, or null for text as it is
   */
  public record Content(@Nullable String text, @Nullable String encoding) {
    /** Nothing at all. */
    public static final Content NONE = new Content(null, null);

    /** Text as it is. */
    public static Content of(String text) {
      return new Content(text, null);
    }
  }

  /**
   * An answer.
   *
   * @param status 0 when there was none
   * @param size of the body in bytes
   * @param redirect where it leads, empty for nowhere
   */
  public record Answer(
      int status, List<Pair> headers, String mimeType, long size, Content body, String redirect) {
    /** Copies the list. */
    public Answer {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A WebSocket.
   *
   * @param end null when it was open at the end
   */
  public record Socket(List<Message> messages, @Nullable End end) {
    /** Copies the list. */
    public Socket {
      messages = List.copyOf(messages);
    }
  }

  /** A text message on a WebSocket. */
  public record Message(Sender sender, Instant at, String text) {}

  /** How a WebSocket ended, which is not part of what Chromium writes. */
  public record End(Sender sender, Instant at, int code, String reason) {}
}
