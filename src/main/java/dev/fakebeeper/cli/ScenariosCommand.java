package dev.fakebeeper.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scenarios}: what there is to play. */
@Command(
    name = "scenarios",
    description = "Lists the scenarios that come with the program, or prints the page of one.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    sortOptions = false)
final class ScenariosCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print JSON in place of text.")
  private boolean json;

  @Parameters(arity = "0..1", paramLabel = "<name|file>", description = "The scenario to describe.")
  private @Nullable String name;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (name == null) {
      var all = Scenarios.bundled().stream().map(Scenarios::named).toList();
      out.print(json ? json(all) + System.lineSeparator() : list(all));
    } else {
      var one = find(name);
      out.print(json ? json(one) + System.lineSeparator() : one.markdown());
    }
    out.flush();
    return 0;
  }

  private Scenario find(String nameOrFile) {
    try {
      return ScenarioOption.read(nameOrFile);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static String list(List<Scenario> all) {
    var width = all.stream().mapToInt(one -> one.name().length()).max().orElse(1);
    var lines = new StringBuilder();
    for (var one : all) {
      lines.append(("%-" + width + "s  %s%n").formatted(one.name(), one.about()));
    }
    return lines.toString();
  }

  private static String json(List<Scenario> all) {
    var list = JsonNodeFactory.instance.arrayNode();
    all.forEach(one -> list.add(json(one)));
    return list.toString();
  }

  private static ObjectNode json(Scenario scenario) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", scenario.name());
    json.put("about", scenario.about());
    scenario.section().ifPresent(section -> json.put("section", section));
    json.put("clientSees", scenario.clientSees());
    return json;
  }
}
