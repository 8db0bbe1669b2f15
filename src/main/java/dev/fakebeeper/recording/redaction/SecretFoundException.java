package dev.fakebeeper.recording.redaction;

/**
 * Something that is about to be written still looks like a secret, and was not written. Tells the
 * place and the kind, never the value.
 */
public final class SecretFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String place;
  private final String kind;

  SecretFoundException(String file, String place, String kind) {
    super(
        "%s %s still looks like a secret (%s), so the file was not written. Scrub it with a pattern, or tell us how it came there."
            .formatted(file, place, kind));
    this.file = file;
    this.place = place;
    this.kind = kind;
  }

  /** The file that was not written, as the caller named it. */
  public String file() {
    return file;
  }

  /** Where in it: a line, and a JSON pointer if it is JSON. */
  public String place() {
    return place;
  }

  /** What it looks like, such as {@code mail address}. */
  public String kind() {
    return kind;
  }
}
