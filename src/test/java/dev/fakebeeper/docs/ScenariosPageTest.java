package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/scenarios.md} is written from the files. */
class ScenariosPageTest {
  private static final Path PAGE = Path.of("docs", "scenarios.md");
  private static final String INTRODUCTION =
      """
      # Scenarios

      Situations that a client of the API meets sooner or later, ready to play: by name on the command line
      (`serve --scenario send-fails-for-good`, `exec --scenario … -- npm test`), in a Java test
      (`NewWorld.named("t").scenario(Scenarios.named("send-fails-for-good"))`), or loaded into a world that runs
      (`world.scenarios().load(…)`). How to write one of your own: [scenario-files.md](scenario-files.md).

      This page is written from the files by `ScenariosPageTest` (`-Dfakebeeper.write=true`).

      """;

  @Test
  void the_page_is_the_one_that_the_files_give() throws IOException {
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE)
        .as("run mvn test -Dtest=ScenariosPageTest -Dfakebeeper.write=true to write it anew")
        .hasContent(page());
  }

  private static String page() {
    var all = all();
    return INTRODUCTION
        + table(all)
        + all.stream().map(Scenario::markdown).collect(Collectors.joining()).stripTrailing()
        + "\n";
  }

  private static List<Scenario> all() {
    return Scenarios.bundled().stream()
        .map(Scenarios::named)
        .sorted(
            Comparator.comparingInt((Scenario one) -> one.section().orElse(Integer.MAX_VALUE))
                .thenComparing(Scenario::name))
        .toList();
  }

  private static String table(List<Scenario> all) {
    var rows =
        all.stream()
            .map(one -> "| [%s](#%1$s) | %s |\n".formatted(one.name(), one.about()))
            .collect(Collectors.joining());
    return "| scenario | what happens |\n| --- | --- |\n" + rows + "\n";
  }

  @Test
  void every_scenario_says_what_a_client_sees() {
    assertThat(all())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.clientSees()).as(one.name()).isNotBlank());
  }

  @Test
  void a_file_is_called_as_its_scenario() {
    assertThat(Scenarios.bundled())
        .allSatisfy(name -> assertThat(Scenarios.named(name).name()).isEqualTo(name));
  }
}
