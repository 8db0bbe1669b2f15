package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Asset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes in memory; small ones, as worlds hold them. Immutable. */
final class BytesContent implements Asset.Content {
  private final byte[] bytes;
  private final String etag;

  private BytesContent(byte[] bytes) {
    this.bytes = bytes;
    var sum = new CRC32C();
    sum.update(bytes);
    this.etag = Long.toHexString(sum.getValue()) + '-' + bytes.length;
  }

  /** Takes the array over; nobody may write to it any more. */
  static BytesContent of(byte[] bytes) {
    return new BytesContent(bytes);
  }

  static BytesContent of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String etag() {
    return etag;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytesContent that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return etag.hashCode();
  }
}
