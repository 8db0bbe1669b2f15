package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.scenarios.FileCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: whether files of scenarios, worlds and bridges can be used. */
@Command(
    name = "check",
    description =
        "Looks for mistakes in files of scenarios, worlds and bridges, and prints their places.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print one line of JSON for each file.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "<file>", description = "The files.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var code = 0;
    for (var file : files) {
      var check = FileCheck.of(file);
      if (json) {
        out.println(json(file, check));
      } else {
        print(out, file, check);
      }
      code = check.mistake().isPresent() ? ExitCode.WORLD_INVALID : code;
    }
    out.flush();
    return code;
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
