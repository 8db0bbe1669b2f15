package dev.fakebeeper.recording.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Bytes that stand for others: as many, of the same kind if it is a known one, and the same for all
 * of one length. Of images they are a single grey pixel with zeros behind it, which decoders take.
 */
final class NeutralBytes {
  private static final String PNG =
      base64(
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
  private static final String GIF =
      base64("R0lGODlhAQABAIAAAICAgAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");

  /** How files of a kind begin, and what stands for them. */
  private record Kind(String start, String neutral) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("\u0089PNG", PNG),
          new Kind("GIF8", GIF),
          new Kind("\u00ff\u00d8\u00ff", "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0"),
          new Kind("OggS", "OggS"),
          new Kind("ID3", "ID3"),
          new Kind("%PDF-", "%PDF-1.4\n"),
          new Kind("PK\u0003\u0004", "PK\u0003\u0004"),
          new Kind("\u001f\u008b", "\u001f\u008b"));

  private NeutralBytes() {}

  private static String base64(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What stands for the bytes of a whole file. */
  static byte[] of(byte[] file) {
    var neutral = new byte[file.length];
    var start = start(file);
    System.arraycopy(start, 0, neutral, 0, Math.min(start.length, neutral.length));
    return neutral;
  }

  /**
   * What stands for a slice of a file that does not begin with the file: what follows the first
   * bytes of every neutral file.
   */
  static byte[] ofSlice(byte[] slice) {
    return new byte[slice.length];
  }

  private static byte[] start(byte[] file) {
    for (var kind : KINDS) {
      if (startsWith(file, kind.start())) {
        return bytes(kind.neutral());
      }
    }
    if (startsWith(file, "RIFF") && file.length >= 12) {
      return riff(file);
    }
    boolean isMp4 =
        file.length >= 8 && new String(file, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    return isMp4 ? bytes("\0\0\0\u0018ftypisom\0\0\2\0isomiso2") : new byte[0];
  }

  /** WebP and WAV differ by the word behind the length. */
  private static byte[] riff(byte[] file) {
    var form = new String(file, 8, 4, StandardCharsets.ISO_8859_1);
    return form.equals("WEBP") || form.equals("WAVE")
        ? bytes("RIFF\0\0\0\0" + form)
        : bytes("RIFF");
  }

  private static boolean startsWith(byte[] file, String start) {
    int length = Math.min(file.length, start.length());
    return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(start);
  }

  /** What stands for bytes in base64. */
  static String ofBase64(String text) {
    try {
      return Base64.getEncoder().encodeToString(of(Base64.getMimeDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return "A".repeat(text.length()); // it was no base64 either
    }
  }
}
