package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command with a fake beside it, each a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD) // reading a pipe hears no interrupt
class ExecProcessTest {
  private static final String GET =
      "curl --silent --output /dev/null --header \"Authorization: Bearer $BEEPER_ACCESS_TOKEN\" \"$BEEPER_BASE_URL%s\"";

  /** How a run of the program ended. */
  private record Outcome(int code, String out, List<String> err) {
    String lastOfErr() {
      return err.get(err.size() - 1);
    }
  }

  @Test
  void the_command_gets_the_address_and_the_token_and_the_streams_are_its_own() throws Exception {
    var outcome =
        exec("sh", "-c", "echo $BEEPER_BASE_URL $BEEPER_DESKTOP_BASE_URL $BEEPER_ACCESS_TOKEN");

    var words = outcome.out().split("[ \n]", -1);
    assertThat(words[0]).matches("http://127\\.0\\.0\\.1:\\d+").isEqualTo(words[1]);
    assertThat(words[2]).isEqualTo("fake-beeper");
    assertThat(words).hasSize(4); // and the end of the line: nothing of ours is there
    assertThat(outcome.code()).isZero();
  }

  @Test
  void what_the_command_reads_is_what_the_program_was_given() throws Exception {
    var process = Program.start("exec", "cat");
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write("noon?");
    }

    assertThat(outcome(process).out()).isEqualTo("noon?");
  }

  @Test
  void requests_reach_the_fake_and_are_counted_on_standard_error() throws Exception {
    var outcome = exec("sh", "-c", GET.formatted("/v1/accounts"));

    assertThat(outcome.err()).containsExactly("fake-beeper: 1 request, 0 violations, 0 unmatched");
  }

  @ParameterizedTest
  @CsvSource({"exit 0, 0", "exit 3, 3", "kill -KILL $$, 137", "kill -TERM $$, 143"})
  void the_command_decides_the_exit_code(String script, int code) throws Exception {
    assertThat(exec("--quiet", "--", "sh", "-c", script))
        .isEqualTo(new Outcome(code, "", List.of()));
  }

  @Test
  void a_command_that_cannot_be_run_is_127() throws Exception {
    var outcome = exec("no-such-program", "--help");

    assertThat(outcome.code()).isEqualTo(127);
    assertThat(outcome.err())
        .singleElement()
        .asString()
        .startsWith("fake-beeper: Cannot run program \"no-such-program\"")
        .contains("Give the name of a program on the PATH");
  }

  @Test
  void options_after_the_command_are_the_command_s() throws Exception {
    assertThat(exec("--quiet", "echo", "--help", "--", "-V").out()).isEqualTo("--help -- -V\n");
  }

  @Test
  void a_client_that_breaks_the_contract_is_told_and_ends_with_9() throws Exception {
    var script = GET.formatted("/v1/chats?limit=abc") + ";" + GET.formatted("/v1/chat");

    var outcome =
        exec("--log", "quiet", "--json", "--fail-on-violation", "sh", "-c", script + ";" + script);

    assertThat(outcome.code()).isEqualTo(9);
    assertThat(outcome.err()).hasSize(3);
    assertThat(outcome.err().get(0))
        .startsWith("fake-beeper: [FB-REQUEST-INVALID] GET /v1/chats")
        .contains("limit", "\"abc\"")
        .endsWith("(2 times)");
    assertThat(outcome.err().get(1)).startsWith("fake-beeper: [FB-ROUTE-UNKNOWN] No operation");
    var summary = Json.parse(outcome.lastOfErr().getBytes(StandardCharsets.UTF_8));
    assertThat(summary.path("exitCode").asInt(-1)).isZero();
    assertThat(summary.path("requests").asInt()).isEqualTo(4);
    assertThat(summary.path("violations").asInt()).isEqualTo(2);
    assertThat(summary.path("unmatched").asInt()).isEqualTo(2);
    assertThat(summary.path("complaints")).hasSize(2);
  }

  @Test
  void the_coverage_is_written_and_held_against_what_is_wanted(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("coverage.json").toString();
    var script = GET.formatted("/v1/accounts");

    var outcome =
        exec("--coverage", file, "--coverage-min", "operations=50", "--json", "sh", "-c", script);

    assertThat(outcome.code()).isEqualTo(8);
    assertThat(outcome.err().get(0)).startsWith("fake-beeper: Coverage of operations is 1 of ");
    var summary = Json.parse(outcome.lastOfErr().getBytes(StandardCharsets.UTF_8));
    assertThat(summary.at("/coverage/operations/covered").asInt()).isEqualTo(1);
    assertThat(Json.parse(Files.readAllBytes(Path.of(file))).path("calls").asInt()).isEqualTo(1);
  }

  @Test
  void coverage_in_one_line_is_part_of_the_summary() throws Exception {
    var outcome = exec("--coverage-min", "operations=1", "sh", "-c", GET.formatted("/v1/accounts"));

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .singleElement()
        .asString()
        .startsWith("fake-beeper: 1 request, 0 violations, 0 unmatched; coverage: operations 1.");
  }

  @Test
  void stopped_it_writes_the_coverage_of_what_was_done(@TempDir Path folder) throws Exception {
    var file = folder.resolve("coverage.json");
    var script = GET.formatted("/v1/accounts") + "; echo asked; sleep 300";
    var process = Program.start("exec", "--coverage", file.toString(), "sh", "-c", script);
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("asked");

    Program.signal("TERM", process);

    assertThat(outcome(process).code()).isEqualTo(143);
    assertThat(Json.parse(Files.readAllBytes(file)).path("calls").asInt()).isEqualTo(1);
  }

  @Test
  void a_command_that_failed_keeps_its_code_whatever_it_asked() throws Exception {
    var script = GET.formatted("/v1/chat") + "; exit 4";

    assertThat(exec("--fail-on-violation", "sh", "-c", script).code()).isEqualTo(4);
  }

  @Test
  void a_command_that_asked_nothing_has_proved_nothing() throws Exception {
    var outcome = exec("--fail-on-violation", "true");

    assertThat(outcome.code()).isEqualTo(9);
    assertThat(outcome.err().get(0)).startsWith("fake-beeper: No request came.");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void stopping_the_program_ends_the_command_and_its_family(String signal, int code)
      throws Exception {
    var process = Program.start("exec", "sh", "-c", "sleep 300 & echo $$ $!; wait");
    var out = process.inputReader(StandardCharsets.UTF_8);
    var family = handles(out.readLine().split(" ", -1));

    Program.signal(signal, process);

    var outcome = outcome(process);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.lastOfErr()).startsWith("fake-beeper: 0 requests");
    assertHaveEnded(family);
  }

  @Test
  void one_that_does_not_end_when_it_is_asked_is_killed() throws Exception {
    var deaf = "(trap '' TERM; echo deaf; exec sleep 300) & echo $!; wait";
    var process = Program.start("exec", "sh", "-c", deaf);
    var out = process.inputReader(StandardCharsets.UTF_8);
    var lines = List.of(out.readLine(), out.readLine()); // the two may come in either order

    Program.signal("TERM", process);

    assertThat(outcome(process).code()).isEqualTo(143);
    assertHaveEnded(handles(lines.stream().filter(line -> !line.equals("deaf"))));
  }

  private static List<ProcessHandle> handles(String... ids) {
    return handles(Arrays.stream(ids));
  }

  private static List<ProcessHandle> handles(Stream<String> ids) {
    var handles = ids.map(id -> ProcessHandle.of(Long.parseLong(id)).orElseThrow()).toList();
    assertThat(handles).isNotEmpty().allMatch(ProcessHandle::isAlive);
    return handles;
  }

  private static void assertHaveEnded(List<ProcessHandle> processes) throws Exception {
    for (var one : processes) {
      one.onExit().get(20, TimeUnit.SECONDS); // a dead one may wait a moment to be collected
    }
  }

  private static Outcome exec(String... arguments) throws Exception {
    var all = new ArrayList<>(List.of("exec"));
    all.addAll(List.of(arguments));
    var process = Program.start(all.toArray(String[]::new));
    process.outputWriter().close();
    return outcome(process);
  }

  private static Outcome outcome(Process process) throws Exception {
    try (var out = process.inputReader(StandardCharsets.UTF_8);
        var err = process.errorReader(StandardCharsets.UTF_8)) {
      var printed = text(out);
      var told = err.lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), printed, told);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(BufferedReader reader) throws IOException {
    var text = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
