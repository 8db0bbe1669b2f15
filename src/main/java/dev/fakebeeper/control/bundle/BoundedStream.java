package dev.fakebeeper.control.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes so many bytes on and no more. */
final class BoundedStream extends FilterOutputStream {
  private long left;

  BoundedStream(OutputStream out, long limit) {
    super(out);
    this.left = limit;
  }

  /** More was to be written than there is room for. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1;

    FullException() {
      super("the bundle is full");
    }
  }

  @Override
  public void write(int value) throws IOException {
    take(1);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    take(length);
    out.write(bytes, offset, length);
  }

  private void take(int bytes) throws FullException {
    left -= bytes;
    if (left < 0) {
      throw new FullException();
    }
  }
}
