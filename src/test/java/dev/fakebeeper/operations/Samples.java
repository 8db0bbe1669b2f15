package dev.fakebeeper.operations;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files of real formats. */
final class Samples {
  private Samples() {}

  /** A black picture. */
  static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A film that has only its header. */
  static byte[] film(int timeScale, int duration) {
    try {
      var type = box("ftyp", ascii("isom", "\0\0\0\0", "isom"));
      return concat(type, box("moov", movieHeader(timeScale, duration)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] movieHeader(int timeScale, int duration) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(0); // version and flags
    out.writeInt(0); // created
    out.writeInt(0); // modified
    out.writeInt(timeScale);
    out.writeInt(duration);
    out.write(new byte[80]); // rate, volume, matrix, next track
    return box("mvhd", bytes.toByteArray());
  }

  private static byte[] box(String type, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(8 + content.length);
    out.write(ascii(type));
    out.write(content);
    return bytes.toByteArray();
  }

  private static byte[] ascii(String... parts) {
    return String.join("", parts).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
