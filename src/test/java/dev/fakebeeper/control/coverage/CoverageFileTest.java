package dev.fakebeeper.control.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageFileTest {
  private static final CoverageReport EMPTY = new CoverageReport("4.3.0", List.of());

  @TempDir Path folder;

  @Test
  void it_is_written_in_place_of_the_earlier_one_and_leaves_nothing_beside_it() throws Exception {
    var path = Files.writeString(folder.resolve("coverage.json"), "earlier");

    CoverageFile.at(path).write(EMPTY, Thresholds.NONE);

    assertThat(Files.readString(path)).startsWith("{").endsWith("}\n");
    assertThat(folder).isDirectoryContaining(path::equals);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_refused_at_once() {
    assertRefused(
        folder.resolve("none").resolve("coverage.md"),
        "be in a folder that is there; make it first");
  }

  @Test
  void a_folder_of_that_name_is_refused_at_once() throws Exception {
    assertRefused(Files.createDirectory(folder.resolve("coverage.md")), "be no folder itself");
  }

  private static void assertRefused(Path path, String rule) {
    assertThatThrownBy(() -> CoverageFile.at(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("coverage file (%s) must %s".formatted(path, rule));
  }

  @Test
  void a_file_that_cannot_be_written_stays_as_it_was() throws Exception {
    var path = folder.resolve("coverage.json");
    var file = CoverageFile.at(path);
    Files.createDirectory(path); // since then
    Files.createFile(path.resolve("somebody's"));

    assertThatThrownBy(() -> file.write(EMPTY, Thresholds.NONE)).isInstanceOf(IOException.class);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }
}
