package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says and how it ends when it cannot start. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void help_lists_the_commands_and_the_exit_codes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("serve", "exec", "Exit codes:")
        .containsPattern("3 +the port is taken");
  }

  @Test
  void help_of_serve_lists_every_option() {
    assertThat(run("serve", "--help")).isZero();
    assertThat(out.toString())
        .contains("--host", "--port", "--token", "--world", "--contract", "--api-version")
        .contains("--answers", "--strict", "--remote-access", "--log", "--json");
  }

  @Test
  void help_of_exec_shows_how_a_command_is_given() {
    assertThat(run("exec", "--help")).isZero();
    assertThat(out.toString()).contains("[--] COMMAND...", "--world", "--fail-on-violation");
  }

  @Test
  void exec_without_a_command_is_2() {
    assertThat(run("exec", "--")).isEqualTo(2);
    assertRefusal("Missing required parameter: 'COMMAND'");
  }

  @Test
  void version_names_the_program_and_its_java() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("fake-beeper ").contains("Java " + Runtime.version());
  }

  @Test
  void no_command_at_all_is_explained() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("fake-beeper: Say what to do, for instance: serve")
        .contains("Read on: fake-beeper --help");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --port,        abc,    'not an int'
          --port,        70000,  'port (70000) must be 0 to 65535; 0 takes a free port'
          --log,         loud,   'expected one of [QUIET, INFO, DEBUG]'
          --answers,     both,   'expected one of [STATEFUL, EXAMPLES]'
          --consent,     maybe,  'expected one of [ASK, APPROVE, DENY, WAIT, REFUSE_REDIRECT, refuse-redirect]'
          --api-version, newest, 'API version (newest) must be a number such as 4.2.808, or latest'
          --token,       'a b',  'token (a b) must be visible ASCII without spaces'
          --refuse-old-form, all, 'old form (all) must be one of [reminder-milliseconds, reaction-key-in-query, chat-mode-start]'
          --por,         1,      'Possible solutions: --port'
          --coverage,    none/coverage.md, 'coverage file (none/coverage.md) must be in a folder that is there'
          --coverage,    coverage.html, 'coverage file (coverage.html) must end with .json, .md (Markdown) or .xml (JUnit)'
          --coverage-min, operation=80, 'dimension of coverage (operation) must be one of operations, statuses, parameters'
          --coverage-min, operations=101, 'minimum of operations (101) must be 0 to 100'
          --coverage-min, operations, 'should be in KEY=VALUE'
          --host,        0.0.0.0, 'Give the fake a token of its own (--token)'
          """)
  void a_wrong_option_or_value_is_2(String option, String value, String message) {
    assertThat(run("serve", option, value)).isEqualTo(2);
    assertRefusal(message);
  }

  @Test
  void a_taken_port_is_3() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());

      assertThat(run("serve", "--port", port)).isEqualTo(3);
      assertRefusal("Cannot listen on port " + port);
    }
  }

  @Test
  void a_contract_that_cannot_be_read_is_4() {
    assertThat(run("serve", "--contract", folder.resolve("none.yaml").toString())).isEqualTo(4);
    assertRefusal("none.yaml");
  }

  @Test
  void a_contract_that_is_not_openapi_is_5_and_names_the_line() throws Exception {
    var document = Files.writeString(folder.resolve("bad.yaml"), "openapi: 3.1.0\npaths: [\n");

    assertThat(run("serve", "--contract", document.toString())).isEqualTo(5);
    assertRefusal("bad.yaml:2");
  }

  @Test
  void an_unknown_world_is_6_and_the_known_ones_are_named() {
    assertThat(run("serve", "--world", "defualt")).isEqualTo(6);
    assertRefusal("Did you mean \"default\"?");
  }

  @Test
  void a_world_file_that_is_not_there_is_6() {
    assertThat(run("serve", "--world", folder.resolve("none.yaml").toString())).isEqualTo(6);
    assertRefusal("none.yaml");
  }

  @Test
  void a_world_file_with_a_mistake_is_7_and_names_the_line() throws Exception {
    var file = Files.writeString(folder.resolve("bad.yaml"), "accounts:\n  - colour: red\n");

    assertThat(run("serve", "--world", file.toString())).isEqualTo(7);
    assertRefusal("bad.yaml:1");
  }

  private void assertRefusal(String message) {
    assertThat(err.toString())
        .startsWith("fake-beeper: ")
        .contains(message)
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }
}
