package dev.fakebeeper.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept in files; {@code -Dfakebeeper.write=true} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/fakebeeper/control/journal");

  private Golden() {}

  static void assertSame(String file, String text) throws IOException {
    var path = FOLDER.resolve(file);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(path, text + "\n");
      return;
    }
    assertThat(text + "\n")
        .as("run with -Dfakebeeper.write=true to write %s anew", file)
        .isEqualTo(Files.readString(path));
  }
}
