package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Coverable.Dimension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code docs/command-line.md} and the program say the same. */
class CommandLinePageTest {
  private static final Path PAGE = Path.of("docs", "command-line.md");

  @Test
  void every_option_of_every_command_is_on_the_page() throws Exception {
    var options =
        Main.commandLine().getSubcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().options().stream())
            .map(option -> option.longestName())
            .filter(name -> !name.equals("--help") && !name.equals("--version"))
            .distinct()
            .toList();

    assertThat(options).contains("--host", "--fail-on-violation");
    assertThat(Files.readString(PAGE)).contains(options.stream().map("`%s`"::formatted).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-line.md", "coverage-of-clients.md", "replay.md", "recording.md"})
  void every_command_line_of_the_pages_is_one_that_the_program_takes(String page) throws Exception {
    var program = "java -jar fake-beeper.jar ";
    var lines =
        Files.readAllLines(Path.of("docs", page)).stream()
            .filter(line -> line.startsWith(program))
            .map(line -> line.substring(program.length()).split(" ", -1))
            .toList();

    assertThat(lines).isNotEmpty();
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(Main.commandLine().parseArgs(line).hasSubcommand()).isTrue());
  }

  @Test
  void every_dimension_of_coverage_has_its_row() throws Exception {
    var page = Files.readString(Path.of("docs", "coverage-of-clients.md"));

    assertThat(Arrays.stream(Dimension.values()))
        .allSatisfy(dimension -> assertThat(page).contains("| `" + dimension.text() + "` |"));
  }

  @Test
  void every_exit_code_of_the_help_is_on_the_page() throws Exception {
    var rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).toList();

    assertThat(Main.class.getAnnotation(CommandLine.Command.class).exitCodeList())
        .allSatisfy(
            entry -> {
              var code = entry.substring(0, entry.indexOf(':'));
              assertThat(rows).anyMatch(row -> row.startsWith("| " + code + " |"));
            });
  }
}
