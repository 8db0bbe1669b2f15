package dev.fakebeeper.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * Media types by magic bytes and file name. The only class that knows Tika, whose table is read
 * when the first file needs it.
 */
final class MediaTypes {
  /** The type of bytes about which nothing is known. */
  static final String UNKNOWN = "application/octet-stream";

  private static final String QUICKTIME = "video/quicktime";

  /** Where Tika's names are not the ones that clients of the API know. */
  private static final Map<String, String> COMMON_NAMES =
      Map.of(
          "audio/vnd.wave", "audio/wav",
          "application/ogg", "audio/ogg",
          "audio/vorbis", "audio/ogg",
          "audio/opus", "audio/ogg",
          "application/x-matroska", "video/x-matroska",
          "application/mp4", "video/mp4",
          "image/x-ms-bmp", "image/bmp");

  private MediaTypes() {}

  /** Read on first use: it costs some hundred milliseconds. */
  private static final class Table {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }

  /**
   * The media type of a file.
   *
   * @param fileName may tell apart what the bytes alone do not; empty when there is none
   */
  static String detect(byte[] content, String fileName) {
    var hints = new Metadata();
    if (!fileName.isEmpty()) {
      hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
    }
    try {
      var found = Table.TYPES.detect(new ByteArrayInputStream(content), hints).getBaseType();
      var name = COMMON_NAMES.getOrDefault(found.toString(), found.toString());
      return name.equals(QUICKTIME) && isMp4(content) ? "video/mp4" : name;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can always be read", e);
    }
  }

  /** Tika takes every brand of the family that it does not know for QuickTime, {@code isom} too. */
  private static boolean isMp4(byte[] content) {
    var start = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("ftyp", 4) && !start.endsWith("qt  ");
  }

  /** The usual file name extension of a media type, with its dot; empty when there is none. */
  static String extensionOf(String mimeType) {
    try {
      return Table.TYPES.forName(mimeType).getExtension();
    } catch (MimeTypeException e) {
      return ""; // a name that is no media type has no extension either
    }
  }
}
