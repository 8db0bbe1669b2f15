package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.scenarios.FileCheck;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.drift.RecordingCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: whether files of scenarios, worlds, bridges and recordings can be used. */
@Command(
    name = "check",
    description =
        "Looks for mistakes in files of scenarios, worlds and bridges, and prints their places; of the folder of a recording, tells how the application differs from the contract.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print one line of JSON for each file or folder.")
  private boolean json;

  @Option(
      names = "--contract",
      description = "Another OpenAPI document than the bundled one, for recordings.")
  private @Nullable Path contract;

  @Option(
      names = "--junit",
      paramLabel = "<file>",
      description = "Write what a recording shows as JUnit XML; for one folder.")
  private @Nullable Path junit;

  @Parameters(
      arity = "1..*",
      paramLabel = "<file>",
      description = "Files, or folders of recordings.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    if (junit != null && (files.size() != 1 || !Files.isDirectory(files.get(0)))) {
      throw new ParameterException(
          spec.commandLine(), "--junit (%s) needs one folder of a recording".formatted(junit));
    }
    var code = 0;
    for (var file : files) {
      int one = Files.isDirectory(file) ? checkRecording(file) : checkFile(file);
      code = worse(code, one);
    }
    spec.commandLine().getOut().flush();
    return code;
  }

  /** A file that cannot be used is worse than drift, which it may hide. */
  private static int worse(int code, int other) {
    boolean isWorse = code == 0 || (code == ExitCode.DRIFT && other != 0);
    return isWorse ? other : code;
  }

  private int checkRecording(Path folder) throws IOException {
    RecordingCheck check;
    try {
      check = RecordingCheck.of(folder, contract);
    } catch (RecordingException e) {
      spec.commandLine().getErr().println("fake-beeper: " + e.getMessage());
      return ExitCode.DOCUMENT_INVALID;
    }
    spec.commandLine().getOut().println(json ? check.json() : check.text());
    if (junit != null) {
      Files.writeString(junit, check.drift().junitXml());
    }
    if (!check.findings().isEmpty()) {
      return ExitCode.WORLD_INVALID;
    }
    return check.drift().hasDrift() ? ExitCode.DRIFT : 0;
  }

  private int checkFile(Path file) {
    var out = spec.commandLine().getOut();
    var check = FileCheck.of(file);
    if (json) {
      out.println(json(file, check));
    } else {
      print(out, file, check);
    }
    return check.mistake().isPresent() ? ExitCode.WORLD_INVALID : 0;
  }

  private static void print(PrintWriter out, Path file, FileCheck check) {
    out.println(
        check
            .mistake()
            .map(mistake -> String.valueOf(mistake.getMessage()))
            .orElse(file + ": a " + check.kind() + " without mistakes"));
  }

  private static ObjectNode json(Path file, FileCheck check) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString());
    json.put("kind", check.kind());
    json.put("valid", check.mistake().isEmpty());
    check
        .mistake()
        .ifPresent(
            mistake -> {
              json.put("line", mistake.place().line());
              json.put("column", mistake.place().column());
              json.put("message", mistake.getMessage());
            });
    return json;
  }
}
