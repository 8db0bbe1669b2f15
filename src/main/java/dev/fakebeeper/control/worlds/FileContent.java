package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that stay on the disk, so that a large file costs no memory. The file must not change while
 * the world lives.
 *
 * @param file where they are
 * @param length how many
 * @param etag made of the length and the time of the last change
 */
record FileContent(Path file, long length, String etag) implements Asset.Content {

  static FileContent of(Path file) throws IOException {
    var length = Files.size(file);
    var changed = Files.getLastModifiedTime(file).toMillis();
    return new FileContent(file, length, Long.toHexString(changed) + '-' + length);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }
}
