package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.testing.JavaText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- operations: ";
  private static final String END = "<!-- end of operations -->";

  @Test
  void the_table_of_operations_is_the_one_that_the_contract_gives() throws IOException {
    var readme = Files.readString(README);
    var begin = readme.indexOf("-->\n", readme.indexOf(BEGIN)) + 4;
    var end = readme.indexOf(END);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
      return;
    }
    assertThat(readme.substring(begin, end))
        .as("run mvn test -Dtest=ReadmeTest -Dfakebeeper.write=true to write it anew")
        .isEqualTo(table());
  }

  private static String table() {
    var rows =
        Contract.bundled().operations().stream().map(ReadmeTest::row).collect(Collectors.joining());
    return "\n| operation | evidence | since |\n| --- | --- | --- |\n" + rows + "\n";
  }

  private static String row(Operation operation) {
    return "| `%s %s` | %s | %s |\n"
        .formatted(
            operation.method(),
            operation.path(),
            operation.evidence().name().toLowerCase(Locale.ROOT),
            operation.since());
  }

  @Test
  void the_curl_lines_work() throws Exception {
    assumeTrue(isInstalled("curl"), "curl is not installed; its lines in the README are not run");
    try (var beeper = FakeBeeper.start()) {
      var lines = snippets("sh curl");
      assertThat(lines).hasSize(2);
      assertThat(run(lines.get(0), beeper.port())).startsWith("[{\"accountID\":");
      assertThat(run(lines.get(1), beeper.port()))
          .contains("404 Not Found")
          .contains("X-Fake-Beeper-Diagnosis: [FB-ROUTE-UNKNOWN]");
    }
  }

  @Test
  void the_java_program_compiles_and_runs(@TempDir Path folder) throws Exception {
    new JavaText("FirstLook", snippets("java").get(0)).compiledInto(folder).close();

    var path =
        System.getProperty("java.class.path") + System.getProperty("path.separator") + folder;
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(output(new ProcessBuilder(java, "-cp", path, "FirstLook"))).contains("200");
  }

  @Test
  void every_page_that_is_linked_exists() throws IOException {
    var links = Pattern.compile("]\\(((?!http)[^)#]+)").matcher(Files.readString(README));
    assertThat(links.results().map(link -> link.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  private static List<String> snippets(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean isInstalled(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String run(String line, int port) throws Exception {
    return output(new ProcessBuilder("sh", "-c", line.replace("23373", String.valueOf(port))));
  }

  private static String output(ProcessBuilder command) throws Exception {
    var process = command.redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
