package dev.fakebeeper.recording.redaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Media types that say nothing about anybody. */
final class MediaTypes {
  private static final String BYTES = "application/octet-stream";
  private static final Set<String> KNOWN =
      Set.of(
          "*/*",
          "image/*",
          "video/*",
          "audio/*",
          "text/*",
          "application/*",
          BYTES,
          "image/png",
          "image/jpeg",
          "image/jpg",
          "image/gif",
          "image/webp",
          "image/heic",
          "image/avif",
          "image/svg+xml",
          "image/bmp",
          "image/tiff",
          "image/x-icon",
          "video/mp4",
          "video/webm",
          "video/quicktime",
          "video/3gpp",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "audio/aac",
          "audio/wav",
          "audio/x-wav",
          "audio/webm",
          "audio/opus",
          "audio/amr",
          "audio/m4a",
          "audio/x-m4a",
          "text/plain",
          "text/html",
          "text/csv",
          "text/vcard",
          "text/x-vcard",
          "text/event-stream",
          "text/css",
          "text/javascript",
          "application/json",
          "application/pdf",
          "application/zip",
          "application/gzip",
          "application/x-www-form-urlencoded",
          "application/problem+json",
          "application/javascript",
          "application/yaml",
          "application/vnd.lottie+json",
          "multipart/form-data",
          "multipart/byteranges");
  private static final Set<String> PARAMETERS =
      Set.of("charset=utf-8", "charset=\"utf-8\"", "codecs=opus", "codecs=\"opus\"");

  private MediaTypes() {}

  /** A media type with the parameters that count; an unknown one is that of bytes. */
  static String known(String type) {
    var parts = type.strip().split("\\s*;\\s*", -1);
    var name = parts[0].toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      return "";
    }
    var kept =
        Arrays.stream(parts)
            .skip(1)
            .filter(parameter -> isKept(parameter.toLowerCase(Locale.ROOT)))
            .map(parameter -> "; " + parameter)
            .collect(Collectors.joining());
    return (KNOWN.contains(name) ? name : BYTES) + kept;
  }

  private static boolean isKept(String parameter) {
    return PARAMETERS.contains(parameter) || parameter.matches("q=[01](\\.[0-9]{1,3})?");
  }

  /** A list of media types with commas. */
  static String knownAll(String types) {
    return Arrays.stream(types.split(",", -1))
        .map(MediaTypes::known)
        .collect(Collectors.joining(", "));
  }

  static boolean isJson(String type) {
    var name = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return name.equals("application/json") || name.endsWith("+json");
  }

  static boolean isForm(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  static boolean isText(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("text/");
  }
}
