package dev.fakebeeper.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where files of a recording go; a seam, because a full disk cannot be had in a test. */
interface Disk {
  /** Opens a file for writing at its end; makes it when it is not there. */
  OutputStream append(Path file) throws IOException;

  /** The disk of this machine. */
  Disk REAL =
      file -> Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);

  /**
   * Puts a whole file in place, so that whoever looks sees the old one or the new one and never a
   * part, and a crash leaves one of them.
   */
  default void put(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var draft = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    try {
      try (var out = append(draft)) {
        out.write(content);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
