package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.sdk.NodeProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The official SDKs find the fake of {@code exec} by themselves. Needs Node; without it, this test
 * is skipped and says so.
 */
class ExecSdkTest {
  @TempDir Path folder;

  private record Ended(int code, String output, JsonNode coverage) {}

  private Ended exec(String... options) throws Exception {
    var node = NodeProject.installed(Path.of("src", "test", "node"));
    var printed = folder.resolve("printed.txt").toFile();
    var coverage = folder.resolve("coverage.json");
    var command =
        new ArrayList<>(
            Program.command("-Dno.option=true", "exec", "--coverage", coverage.toString()));
    command.addAll(List.of(options));

    var process =
        new ProcessBuilder(command)
            .directory(node.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed)
            .start();

    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(),
        Files.readString(printed.toPath()),
        Json.parse(Files.readAllBytes(coverage)));
  }

  @Test
  void clients_made_without_any_option_reach_the_fake_and_keep_the_contract() throws Exception {
    var ended = exec("--fail-on-violation", "--", "node", "exec-day.mjs");

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("both were here", "6 requests, 0 violations, 0 unmatched");
    assertThat(ended.coverage().at("/totals/operations/covered").asInt()).isEqualTo(3);
  }

  /**
   * The official SDK retries what it takes for lost: under two of the scenarios the one message is
   * there twice, under the third the retries hide every failure.
   */
  @ParameterizedTest
  @CsvSource({
    "response-lost-after-send, 2, 200",
    "error-after-send, 2, 500",
    "flaky-reads, 1, 200"
  })
  void the_exit_code_tells_what_a_scenario_does_to_a_client(
      String scenario, int messages, String status) throws Exception {
    var ended = exec("--scenario", scenario, "--", "node", "exec-scenario.mjs");

    assertThat(ended.code()).as(ended.output()).isEqualTo(messages);
    assertThat(ended.coverage().at("/totals/operations/covered").asInt()).isEqualTo(4);
    assertThat(ended.coverage().toString()).contains("sendMessage", status);
    assertThat(ended.output()).contains("0 violations, 0 unmatched");
  }
}
