package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.bridges.BridgeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what fake to be, for every command that starts one. */
final class FakeOptions {
  /** Where answers come from. */
  enum Source {
    STATEFUL,
    EXAMPLES
  }

  /** What the user says who is asked for a token. */
  enum Consent {
    ASK,
    APPROVE,
    DENY,
    WAIT,
    REFUSE_REDIRECT;

    ConsentPlan in(ConsentPlan plan) {
      return switch (this) {
        case ASK -> plan.asks();
        case APPROVE -> plan.approves();
        case DENY -> plan.denies();
        case WAIT -> plan.waits();
        case REFUSE_REDIRECT -> plan.refusesRedirects();
      };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--token",
      defaultValue = FakeBeeperConfig.DEFAULT_TOKEN,
      description = "The bearer token that clients send. Default: ${DEFAULT-VALUE}")
  private String token = FakeBeeperConfig.DEFAULT_TOKEN;

  @Option(
      names = "--world",
      defaultValue = FakeBeeperConfig.DEFAULT_WORLD,
      description = "The starting world: a name or a file. Default: ${DEFAULT-VALUE}")
  private String world = FakeBeeperConfig.DEFAULT_WORLD;

  @Option(
      names = "--bridges",
      paramLabel = "<folder>",
      description = "Bridges beside those of the world: every YAML and JSON file of the folder.")
  private @Nullable Path bridges;

  @Option(
      names = "--stubs",
      paramLabel = "<folder>",
      description =
          "Stub mappings in WireMock's format: a folder with mappings and __files, or a file. May be given several times.")
  private List<Path> stubs = List.of();

  @Mixin private ScenarioOption scenario = new ScenarioOption();

  @Option(names = "--contract", description = "Another OpenAPI document than the bundled one.")
  private @Nullable Path contract;

  @Option(
      names = "--api-version",
      defaultValue = "latest",
      description = "The Beeper Desktop version to be, such as 4.2.808. Default: ${DEFAULT-VALUE}")
  private String apiVersion = "latest";

  @Option(
      names = "--answers",
      defaultValue = "stateful",
      description =
          "stateful, or examples: any token, any id, always the example. Default: ${DEFAULT-VALUE}")
  private Source answers = Source.STATEFUL;

  @Option(
      names = "--consent",
      paramLabel = "<answer>",
      description =
          "What the user says who is asked for a token: ask (on a page), approve, deny, wait (for the control API), refuse-redirect. Default: ask")
  private Consent consent = Consent.ASK;

  @Option(
      names = "--strict",
      description = "Refuse parameters and members that the contract does not know.")
  private boolean strict;

  @Option(
      names = "--refuse-old-form",
      split = ",",
      paramLabel = "<form>",
      description =
          "Old forms of requests that are not accepted: reminder-milliseconds, reaction-key-in-query, chat-mode-start.")
  private List<String> refusedOldForms = List.of();

  @Option(
      names = "--log",
      defaultValue = "info",
      description = "quiet, info or debug, on standard error. Default: ${DEFAULT-VALUE}")
  private LogLevel log = LogLevel.INFO;

  /** Sets up the log; before anything logs. */
  void startLog() {
    log.apply();
  }

  /**
   * The configuration that these options, and those of the command's own, ask for.
   *
   * @param own sets what only the command knows
   * @throws ParameterException when a value cannot be used
   */
  FakeBeeperConfig config(Consumer<FakeBeeperConfig.Builder> own) {
    try {
      var builder = FakeBeeperConfig.forServe().toBuilder();
      own.accept(builder);
      configure(builder);
      scenario.configure(command, builder);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void configure(FakeBeeperConfig.Builder builder) {
    builder.token(token).world(world).apiVersion(apiVersion).refuseOldForms(refusedOldForms);
    builder.oauth(consent::in);
    if (bridges != null) {
      builder.bridges(BridgeFile.readAll(bridges));
    }
    builder.stubs(stubs.toArray(Path[]::new));
    if (contract != null) {
      builder.contract(contract);
    }
    if (answers == Source.EXAMPLES) {
      builder.examples();
    }
    if (strict) {
      builder.strict();
    }
  }
}
