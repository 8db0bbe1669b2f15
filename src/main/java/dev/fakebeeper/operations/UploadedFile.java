package dev.fakebeeper.operations;

import org.jspecify.annotations.Nullable;

/** A file that came in, with what is known and what can be found out about it. */
final class UploadedFile {
  private final byte[] content;
  private final String name;
  private final String mimeType;

  /**
   * Names and types a file: as the client says, else as the bytes say (documented); where they say
   * nothing, as the part says (assumed). A name that the client does not give is made up.
   */
  UploadedFile(
      byte[] content, @Nullable String name, @Nullable String mimeType, @Nullable String partType) {
    this.content = content;
    var given = name == null ? "" : FileNames.safe(name);
    this.mimeType = mimeType == null ? found(content, given, partType) : mimeType;
    this.name = given.isEmpty() ? "upload" + MediaTypes.extensionOf(this.mimeType) : given;
  }

  private static String found(byte[] content, String name, @Nullable String partType) {
    var found = MediaTypes.detect(content, name);
    return found.equals(MediaTypes.UNKNOWN) && partType != null
        ? withoutParameters(partType)
        : found;
  }

  private static String withoutParameters(String mediaType) {
    return mediaType.split(";", 2)[0].strip();
  }

  /** The bytes; not copied, never written to. */
  byte[] content() {
    return content;
  }

  String name() {
    return name;
  }

  String mimeType() {
    return mimeType;
  }

  MediaFacts facts() {
    return MediaFacts.of(content, mimeType);
  }
}
