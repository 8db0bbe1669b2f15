package dev.fakebeeper.control.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFolderTest {
  private static final String FOLDER = "dev/fakebeeper/scenarios/";
  private static final List<String> FILES = List.of("b.yaml", "a.yaml", "notes.txt");

  @TempDir private Path temporary;

  @Test
  void an_unpacked_folder_is_listed() throws Exception {
    var folder = Files.createDirectories(temporary.resolve(FOLDER));
    for (var file : FILES) {
      Files.writeString(folder.resolve(file), "");
    }

    var anchor = folder.resolve("b.yaml").toUri().toURL();
    assertThat(ScenarioFolder.names(anchor, FOLDER)).containsExactly("a", "b");
  }

  /** Shaded jars have no entries for folders. */
  @Test
  void a_folder_in_a_jar_is_listed_and_the_jar_is_closed() throws Exception {
    var file = temporary.resolve("fake beeper.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (var one : FILES) {
        jar.putNextEntry(new ZipEntry(FOLDER + one));
      }
      jar.putNextEntry(new ZipEntry(FOLDER + "deeper/c.yaml"));
      jar.putNextEntry(new ZipEntry("dev/fakebeeper/worlds/default.yaml"));
    }

    var anchor = URI.create("jar:" + file.toUri() + "!/" + FOLDER + "b.yaml").toURL();
    assertThat(ScenarioFolder.names(anchor, FOLDER)).containsExactly("a", "b");
    Files.delete(file); // an open file could not be deleted everywhere
  }
}
