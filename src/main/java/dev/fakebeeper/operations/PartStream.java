package dev.fakebeeper.operations;

import dev.fakebeeper.world.Asset;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a stream of bytes; ends where the part ends. */
final class PartStream extends FilterInputStream {
  private long left;

  private PartStream(InputStream stream, long length) {
    super(stream);
    this.left = length;
  }

  /** A part of a content. */
  static InputStream of(Asset.Content content, ByteSelection.Part part) throws IOException {
    var stream = content.open();
    try {
      stream.skipNBytes(part.first());
      return new PartStream(stream, part.length());
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    var value = super.read();
    left -= value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    var count = super.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    var skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(super.available(), left);
  }

  /** Going back would need counting back too, and nobody asks for it. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
