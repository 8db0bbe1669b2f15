package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lines of {@code docs/control-api.md} do what the page says, one after the other. */
class ControlApiPageTest {
  private static final Path PAGE = Path.of("docs", "control-api.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line to run, and the answer if the page shows it. */
  private static final Pattern STEP =
      Pattern.compile("```sh curl\\n(.*?)```\\n(?:\\n```json\\n(.*?)```)?", Pattern.DOTALL);

  @Test
  void the_lines_drive_a_world_from_its_beginning_to_its_end() throws Exception {
    assumeTrue(isInstalled(), "curl is not installed; the lines of the page are not run");
    var steps = STEP.matcher(Files.readString(PAGE)).results().toList();
    assertThat(steps).hasSizeGreaterThan(15);

    try (var beeper = FakeBeeper.start()) {
      for (var step : steps) {
        play(step, beeper.port());
      }
    }
  }

  private static void play(MatchResult step, int port) throws Exception {
    var line = step.group(1).replace("23373", String.valueOf(port));

    var answer = run(line);

    var expected = step.group(2);
    if (expected != null) {
      assertThat(JSON.readTree(answer))
          .as(line)
          .isEqualTo(JSON.readTree(expected.replace("23373", String.valueOf(port))));
    } else {
      assertThat(answer).as(line).doesNotContain("\"code\"");
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("curl", "--version").start().waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String run(String line) throws Exception {
    var process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
