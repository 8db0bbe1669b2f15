package dev.fakebeeper.world;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a message, avatar or upload refers to.
 *
 * @param url its {@code mxc://}, {@code localmxc://} or {@code file://} URL; the key
 * @param mimeType the media type
 * @param fileName the name for people
 * @param content the bytes, null when they are gone (the network no longer has them)
 * @param size pixels, null when it has none
 * @param duration seconds, null when it has none
 */
public record Asset(
    String url,
    String mimeType,
    String fileName,
    @Nullable Content content,
    @Nullable PixelSize size,
    @Nullable Double duration) {

  /** Bytes at rest. Implementations are immutable and safe for many threads. */
  public interface Content {

    /** How many bytes. */
    long length();

    /** A stream from the first byte. */
    InputStream open() throws IOException;

    /** A tag that changes with the bytes, without quotes. */
    String etag();
  }

  /**
   * Two assets are equal when all of them is. Their bytes go by tag and length, as for clients: the
   * same bytes may lie in memory here and on the disk there.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Asset that
        && url.equals(that.url)
        && mimeType.equals(that.mimeType)
        && fileName.equals(that.fileName)
        && areSame(content, that.content)
        && Objects.equals(size, that.size)
        && Objects.equals(duration, that.duration);
  }

  private static boolean areSame(@Nullable Content one, @Nullable Content other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.length() == other.length() && one.etag().equals(other.etag());
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }
}
