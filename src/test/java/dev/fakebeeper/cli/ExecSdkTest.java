package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.Json;
import dev.fakebeeper.sdk.NodeProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official SDKs find the fake of {@code exec} by themselves. Needs Node; without it, this test
 * is skipped and says so.
 */
class ExecSdkTest {
  @TempDir Path folder;

  @Test
  void clients_made_without_any_option_reach_the_fake_and_keep_the_contract() throws Exception {
    var node = NodeProject.installed(Path.of("src", "test", "node"));
    var printed = folder.resolve("printed.txt").toFile();
    var coverage = folder.resolve("coverage.json");
    var command =
        Program.command(
            "-Dno.option=true",
            "exec",
            "--coverage",
            coverage.toString(),
            "--fail-on-violation",
            "--",
            "node",
            "exec-day.mjs");

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
    var output = Files.readString(printed.toPath());
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).contains("both were here", "6 requests, 0 violations, 0 unmatched");
    assertThat(Json.parse(Files.readAllBytes(coverage)).at("/totals/operations/covered").asInt())
        .isEqualTo(3);
  }
}
