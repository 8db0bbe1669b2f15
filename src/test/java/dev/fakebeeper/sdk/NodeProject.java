package dev.fakebeeper.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder with a {@code package.json}, its packages installed, whose scripts can be run. */
public final class NodeProject {
  private static final Logger LOG = LoggerFactory.getLogger(NodeProject.class);
  private static final int OLDEST_NODE = 20;
  private static final Duration LONGEST_INSTALL = Duration.ofMinutes(3);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  private final Path folder;

  private NodeProject(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs what the lock file names, from the local cache as far as it goes; nothing happens when
   * that was done before. Skips the tests when there is no Node; with Node, an install that fails
   * is a failure and shows what npm said.
   */
  public static NodeProject installed(Path folder) throws IOException, InterruptedException {
    requireNode(folder);
    var project = new NodeProject(folder);
    var lock = Files.readString(folder.resolve("package-lock.json"));
    var mark = folder.resolve(Path.of("node_modules", ".installed-from"));
    if (!Files.exists(mark) || !Files.readString(mark).equals(lock)) {
      var npm = List.of(program("npm"), "ci", "--prefer-offline", "--ignore-scripts");
      project.mustSucceed(npm, Map.of(), LONGEST_INSTALL);
      Files.writeString(mark, lock);
    }
    return project;
  }

  private static void requireNode(Path folder) throws IOException, InterruptedException {
    if (!isOnPath("node")) {
      skip("Node is not on the PATH, so no SDK is run. Install Node %d or newer for these tests.");
    }
    var said = new NodeProject(folder).execute(List.of("node", "--version"), Map.of(), LONGEST_RUN);
    var major = said.output().strip().replaceAll("^v(\\d+)\\..*$", "$1");
    if (!major.matches("\\d+") || Integer.parseInt(major) < OLDEST_NODE) {
      skip(
          "This Node is too old for the SDKs ("
              + said.output().strip()
              + "). Install %d or newer.");
    }
  }

  private static void skip(String reason) {
    var text = reason.formatted(OLDEST_NODE);
    LOG.warn("SKIPPED: {}", text); // a skipped test alone does not show why
    abort(text);
  }

  private static boolean isOnPath(String name) {
    var path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(part -> !part.isEmpty())
        .anyMatch(part -> Files.isExecutable(Path.of(part, executable(name))));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String executable(String name) {
    return isWindows() ? name + ".exe" : name;
  }

  private static String program(String name) {
    return isWindows() ? name + ".cmd" : name;
  }

  /** Where the scripts are. */
  public Path folder() {
    return folder;
  }

  /** Runs a script of the folder; what it printed is shown when it fails. */
  void run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    mustSucceed(List.of("node", "--test-reporter=spec", script), environment, LONGEST_RUN);
  }

  private void mustSucceed(List<String> command, Map<String, String> environment, Duration longest)
      throws IOException, InterruptedException {
    var outcome = execute(command, environment, longest);
    assertThat(outcome.code())
        .as("%s%n%s", String.join(" ", command), outcome.output())
        .isEqualTo("exit 0");
  }

  /** How a program ended and all that it printed. */
  private record Outcome(String code, String output) {}

  private Outcome execute(List<String> command, Map<String, String> environment, Duration longest)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("fake-beeper-node", ".txt");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("BEEPER_"));
      builder.environment().put("NO_COLOR", "1");
      builder.environment().putAll(environment);
      var process = builder.start();
      var ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
      var code = ended ? "exit " + process.exitValue() : "stopped after " + longest;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return new Outcome(code, Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }
}
