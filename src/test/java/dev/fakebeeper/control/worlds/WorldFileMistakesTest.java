package dev.fakebeeper.control.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody reads who made a mistake in a world file. */
class WorldFileMistakesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/fakebeeper/control/mistakes");

  @TempDir private Path folder;

  static Stream<Path> mistakes() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_explained_with_its_place_its_cause_and_its_cure(Path file) throws IOException {
    var expected = Path.of(file.toString().replace(".yaml", ".txt"));

    var mistake =
        catchThrowableOfType(
            SourceException.class, () -> StartingWorlds.load(file, StartingWorlds.FROZEN_START, 1));

    assertThat(mistake).as("%s has a mistake", file).isNotNull();
    assertThat(mistake).hasMessage(Files.readString(expected).strip());
  }

  @Test
  void there_is_an_example_of_every_kind_of_mistake() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    var file = folder.resolve("nowhere.yaml");

    assertThatThrownBy(() -> StartingWorlds.load(file, StartingWorlds.FROZEN_START, 1))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith(file + ":1:1: The file cannot be read")
        .hasMessageEndingWith("Check the path.");
  }
}
