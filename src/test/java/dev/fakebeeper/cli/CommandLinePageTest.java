package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
