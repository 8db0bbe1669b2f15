package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Asset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that came out of a state file, under the tag that they had in their world. Immutable. */
final class StoredContent implements Asset.Content {
  private final byte[] bytes;
  private final String etag;

  /** Takes the array over; nobody may write to it any more. */
  StoredContent(byte[] bytes, String etag) {
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
