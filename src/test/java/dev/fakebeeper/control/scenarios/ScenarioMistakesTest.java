package dev.fakebeeper.control.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody reads who made a mistake in a scenario. */
class ScenarioMistakesTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/fakebeeper/control/scenarios/mistakes");

  static List<Path> mistakes() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_explained_with_its_place_its_cause_and_its_cure(Path file) throws IOException {
    var expected = Path.of(file.toString().replace(".yaml", ".txt"));

    var mistake = catchThrowableOfType(SourceException.class, () -> Scenario.read(file));

    assertThat(mistake).as("%s has a mistake", file).isNotNull();
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(expected, mistake.getMessage() + "\n");
    }
    assertThat(mistake).hasMessage(Files.readString(expected).strip());
    assertThat(FileCheck.of(file).mistake()).isPresent();
  }

  @Test
  void a_step_that_is_none_is_answered_with_the_nearest() {
    assertThatThrownBy(
            () -> Stage.scenario("s", "timeline: [{at: PT1S, do: [{mesage: {chatID: a}}]}]"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("scenario.yaml:4:29: There is no step \"mesage\". The steps are ")
        .hasMessageEndingWith("Did you mean \"message\"?");
  }

  @Test
  void there_is_an_example_of_every_kind_of_mistake() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(25);
  }
}
