package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that says which scenario to play. */
final class ScenarioOption {
  @Option(
      names = "--scenario",
      paramLabel = "<name|file>",
      description = "The scenario to play: a name that the command scenarios lists, or a file.")
  private @Nullable String scenario;

  /**
   * Sets the scenario, if one is asked for, over the options without a value of their own.
   *
   * @param command knows which options were given
   * @throws ParameterException when another option asks for something else
   * @throws dev.fakebeeper.control.source.SourceException when its file has a mistake
   */
  void configure(CommandSpec command, FakeBeeperConfig.Builder builder) {
    if (scenario == null) {
      return;
    }
    var read = read(scenario);
    refuseContradictions(command, read);
    builder.scenario(read);
  }

  /** Names have neither a separator nor an ending. */
  static Scenario read(String nameOrFile) {
    return nameOrFile.indexOf('/') >= 0
            || nameOrFile.indexOf('\\') >= 0
            || nameOrFile.indexOf('.') >= 0
        ? Scenario.read(Path.of(nameOrFile))
        : Scenarios.named(nameOrFile);
  }

  private static void refuseContradictions(CommandSpec command, Scenario scenario) {
    var server = scenario.server();
    if (server.apiVersion().isPresent()) {
      refuse(command, scenario, "--api-version");
    }
    if (server.host().isPresent()) {
      refuse(command, scenario, "--host");
    }
    if (server.remoteAccess().isPresent()) {
      refuse(command, scenario, "--remote-access");
    }
    if (scenario.opening().world() != null) {
      refuse(command, scenario, "--world");
    }
  }

  private static void refuse(CommandSpec command, Scenario scenario, String option) {
    if (command.commandLine().getParseResult().hasMatchedOption(option)) {
      throw new ParameterException(
          command.commandLine(),
          "The scenario %s settles what %s is for. Leave the option out, or copy the scenario into a file of your own and change it there."
              .formatted(scenario.name(), option));
    }
  }
}
