package dev.fakebeeper.control.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A data file that comes with the product. People read the YAML; a start reads the JSON copy that
 * the build has put beside it, which takes a fraction of the time.
 */
public final class BundledFile {
  private BundledFile() {}

  /**
   * Reads a file.
   *
   * @param path in the jar, absolute, without the ending {@code .yaml}
   * @throws UncheckedIOException when the jar does not hold it
   * @throws SourceException when it is not well-formed
   */
  public static SourceNode read(String path) {
    var copy = BundledFile.class.getResourceAsStream(path + ".json");
    return copy == null ? read(path + ".yaml", open(path + ".yaml")) : read(path + ".json", copy);
  }

  /**
   * Opens any file of the jar.
   *
   * @param path in the jar, absolute
   * @throws UncheckedIOException when the jar does not hold it
   */
  public static InputStream open(String path) {
    var in = BundledFile.class.getResourceAsStream(path);
    if (in == null) {
      throw new UncheckedIOException(new IOException("not in the jar: " + path));
    }
    return in;
  }

  private static SourceNode read(String path, InputStream stream) {
    try (var in = stream) {
      return SourceReader.read(path.substring(path.lastIndexOf('/') + 1), in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled " + path, e);
    }
  }
}
