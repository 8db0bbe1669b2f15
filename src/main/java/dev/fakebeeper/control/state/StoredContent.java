package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Asset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory, under the tag that they had in their world. Immutable. */
public final class StoredContent implements Asset.Content {
  private final byte[] bytes;
  private final String etag;

  /** Takes the array over; nobody may write to it any more. */
  public StoredContent(byte[] bytes, String etag) {
    this.bytes = bytes;
    this.etag = etag;
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
}
