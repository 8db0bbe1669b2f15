package dev.fakebeeper.control.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that a report is written to at the end, whole or not at all. */
public final class CoverageFile {
  private final Path file;
  private final CoverageFormat format;

  private CoverageFile(Path file, CoverageFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * A file to be written later. What would keep it from being written is found now.
   *
   * @throws IllegalArgumentException when its name has no known ending, it is a folder, or its
   *     folder is not there or must not be written to
   */
  public static CoverageFile at(Path file) {
    var format = CoverageFormat.of(file);
    var folder = folder(file);
    require(Files.isDirectory(folder), file, "be in a folder that is there; make it first");
    require(Files.isWritable(folder), file, "be in a folder that this user may write to");
    require(!Files.isDirectory(file), file, "be no folder itself");
    return new CoverageFile(file, format);
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static void require(boolean holds, Path file, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("coverage file (%s) must %s".formatted(file, rule));
    }
  }

  /**
   * Writes a report in place of what the file had.
   *
   * @throws IOException when it cannot be written; the file is as it was then
   */
  public void write(CoverageReport report, Thresholds thresholds) throws IOException {
    var draft =
        folder(file).resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(draft, format.text(report, thresholds));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
