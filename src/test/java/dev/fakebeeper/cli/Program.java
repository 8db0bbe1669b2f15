package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The program as a process of its own, made of the classes under test. */
final class Program {
  private Program() {}

  static Process start(String... arguments) throws IOException {
    return startJava("-Dno.option=true", arguments);
  }

  static Process startJava(String option, String... arguments) throws IOException {
    return new ProcessBuilder(command(option, arguments)).start();
  }

  static List<String> command(String option, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", option, "-cp", classPath()));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Asks a process to end, and leaves its streams open, which {@code destroy} does not. */
  static void signal(String name, Process process) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** As in the jar: without the tests, which bring a configuration of the log. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
